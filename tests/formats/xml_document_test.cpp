// Documents in XML, as their standards and the programs that write them have it.

#include "duizhao/formats/xml_document.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

namespace duizhao::formats {
namespace {

/// The lines of a document with bars between them, and its cells: "A|b|c [b][c]".
std::string read(const std::string& xml) {
  if (!looks_like_xml_document(xml)) return "none";
  const auto document = read_xml_document(xml, "a");
  if (!document) return document.error().message;
  std::string told = document->text;
  while (told.ends_with('\n')) told.pop_back();
  for (char& c : told) {
    if (c == '\n') c = '|';
  }
  for (const TableCell& cell : document->cells) {
    std::string inside = document->text.substr(cell.span.begin, cell.span.size());
    while (inside.ends_with('\n')) inside.pop_back();
    told += fmt::format(" [{}.{}.{} {}]", cell.table, cell.row, cell.column, inside);
  }
  return told;
}

const std::string kDocBook = "<article xmlns=\"http://docbook.org/ns/docbook\">";

TEST_CASE("xml document: DocBook") {
  CHECK(
      read("<?xml version=\"1.0\"?>\n<book xmlns=\"http://docbook.org/ns/docbook\" version=\"5.0\">"
           "<info><title>Ports</title><author><personname>Ann</personname></author>"
           "<pubdate>2024</pubdate><abstract><para>In short.</para></abstract></info>"
           "<chapter><title>Trade</title><para>Exports rose\n  by 10<superscript>7</superscript> "
           "kg<footnote><para>Or 3.</para></footnote>, see <quote>the <quote>big</quote> "
           "table</quote><indexterm><primary>x</primary></indexterm>.</para>"
           "<itemizedlist><listitem><para>one</para><para>more</para></listitem></itemizedlist>"
           "<programlisting>int x;</programlisting><para>Then<screen>ls</screen>go "
           "on.</para></chapter></book>") ==
      "Ports|In short.|Trade|Exports rose by 10⁷ kg, see “the ‘big’ table”.|Or 3.|one|more|Then|go "
      "on.");
}

TEST_CASE("xml document: menus, keys, pages of manuals and verse of DocBook") {
  CHECK(read(kDocBook + "<para>Choose <menuchoice><guimenu>File</guimenu><guimenuitem>Open"
                        "</guimenuitem></menuchoice> or <keycombo><keycap>Ctrl</keycap><keycap>O"
                        "</keycap></keycombo>, see <citerefentry><refentrytitle>ls</refentrytitle>"
                        "<manvolnum>1</manvolnum></citerefentry>.</para>"
                        "<literallayout>One\nTwo</literallayout></article>") ==
        "Choose File > Open or Ctrl+O, see ls(1).|One|Two");
}

TEST_CASE("xml document: tables by cell, their titles above them") {
  const std::string cells = " [0.0.0 City] [0.0.1 2023] [0.0.2 2024] [0.1.0 Big]";
  CHECK(read(kDocBook +
             "<table><title>Roads</title><tgroup cols=\"3\"><thead><row><entry>City</entry><entry>"
             "2023</entry><entry>2024</entry></row></thead><tbody><row><entry>Big</entry><entry "
             "namest=\"c2\" nameend=\"c3\"><para>410</para></entry></row></tbody></tgroup></table>"
             "</article>") == "Roads|City|2023|2024|Big|410" + cells + " [0.1.1 410]");
  CHECK(
      read("<!DOCTYPE topic PUBLIC \"-//OASIS//DTD DITA Topic//EN\" \"topic.dtd\"><topic id=\"a\">"
           "<title>A</title><body><simpletable><sthead><stentry>City</stentry><stentry>2023"
           "</stentry><stentry>2024</stentry></sthead><strow><stentry>Big</stentry></strow>"
           "</simpletable></body></topic>") == "A|City|2023|2024|Big" + cells);
}

TEST_CASE("xml document: DITA") {
  CHECK(
      read(
          "<!DOCTYPE task PUBLIC \"-//OASIS//DTD DITA Task//EN\" \"task.dtd\">"
          "<task id=\"t\"><title>Open it</title><shortdesc>In short.</shortdesc><prolog><author>"
          "Ann</author></prolog><taskbody><context>First this.</context><steps><step><cmd>Choose "
          "<menucascade><uicontrol>File</uicontrol><uicontrol>Open</uicontrol></menucascade>.</cmd>"
          "<info>It opens 2 files<fn>Or 3.</fn>.</info></step></steps><result>Done.</result>"
          "<example>So <codeph>a</codeph>:<codeblock>b</codeblock></example><p>A <image "
          "href=\"a.png\"><alt>ship with sails</alt></image>.</p></taskbody></task>") ==
      "Open it|In short.|First this.|Choose File > Open.|It opens 2 files.|Or 3.|Done.|So a:|A .|"
      "ship with sails");
}

TEST_CASE("xml document: JATS, whose notes stand at its end") {
  CHECK(
      read(
          "<!DOCTYPE article PUBLIC \"-//NLM//DTD JATS (Z39.96)//EN\" \"a.dtd\"><article><front>"
          "<journal-meta><issn>1</issn></journal-meta><article-meta><title-group><article-title>"
          "Ports</article-title></title-group><contrib-group><contrib><string-name>Ann"
          "</string-name></contrib></contrib-group><volume>7</volume><abstract><p>In short.</p>"
          "</abstract></article-meta></front><body><sec><title>Trade</title><p>Up by 5<xref "
          "ref-type=\"fn\">1</xref> to <inline-formula><alternatives><tex-math>10^7</tex-math>"
          "<mml:math xmlns:mml=\"http://www.w3.org/1998/Math/MathML\"><mml:msup><mml:mn>10</mml:mn>"
          "<mml:mn>7</mml:mn></mml:msup></mml:math></alternatives></inline-formula>.</p><code>x"
          "</code></sec></body><back><fn-group><fn><label>1</label><p>Or 3.</p></fn></fn-group>"
          "</back></article>") == "Ports|In short.|Trade|Up by 5 to 10⁷.|Or 3.");
}

TEST_CASE("xml document: TEI, where a note is a footnote and a title may stand within a line") {
  CHECK(
      read(
          "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader><fileDesc><titleStmt><title>Ports"
          "</title><author>Ann</author></titleStmt><sourceDesc><p>Produced.</p></sourceDesc>"
          "</fileDesc></teiHeader><text><body><div><head>Trade</head><p>In <title>The Sea</title>, "
          "10<hi rendition=\"simple:superscript\">7</hi> kg<note><p>Or 3.</p></note>; "
          "<quote>so</quote>.<lb/>End.</p><quote><p>A block.</p></quote><ab type='codeblock'>x"
          "</ab></div></body></text></TEI>") ==
      "Ports|Trade|In The Sea, 10⁷ kg; “so”.|End.|Or 3.|A block.");
}

TEST_CASE("xml document: drawings in SVG show their texts, whose lines are one") {
  CHECK(read("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"><style>a{}</style>"
             "<title>A plan</title><text x=\"1\" y=\"2\"><tspan x=\"1\">Gate</tspan><tspan x=\"1\" "
             "dy=\"9\">number 5</tspan></text><g><text>410 <tspan>m</tspan></text></g></svg>") ==
        "A plan|Gate number 5|410 m");
}

TEST_CASE("xml document: what it is") {
  CHECK(read("<chapter id=\"a\"><title>A</title><para>B.</para></chapter>") == "A|B.");
  CHECK(read("<section><h2>A</h2><p>HTML.</p></section>") == "none");
  CHECK(read("<html><body><svg xmlns=\"http://www.w3.org/2000/svg\"><text>a</text></svg></body>"
             "</html>") == "none");
  CHECK(read("<book><title>Data</title><price>3</price></book>") == "none");
  CHECK(read("Text of http://docbook.org/ns/docbook\"") == "none");
}

TEST_CASE("xml document: entities of its standard are read, others and parts elsewhere refused") {
  const std::string type =
      "<!DOCTYPE chapter PUBLIC \"-//OASIS//DTD DocBook XML V4.5//EN\" \"d.dtd\"";
  CHECK(read(type + "><chapter><para>A&mdash;b&nbsp;&lt;c&gt; &amp;amp;</para></chapter>") ==
        "A—b\u00A0<c> &amp;");
  CHECK(read(type + "><chapter><para>&product;</para></chapter>") ==
        "the entity '&product;' is not defined");
  CHECK(read(type + " [<!ENTITY product \"x\">]><chapter><para>&product;</para></chapter>")
            .starts_with("it declares entities, which are not read"));
  const std::string include =
      kDocBook + "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" ";
  CHECK(read(include + "href=\"a.xml\"/></article>").starts_with("its parts stand in other files"));
  CHECK(read(include + "href=\"a.c\" parse=\"text\"/><para>A.</para></article>") == "A.");
}

TEST_CASE("xml document: what nests deep or is cut off is refused") {
  std::string deep = kDocBook;
  for (int i = 0; i < 5000; ++i) deep += "<para>";
  CHECK(read(deep).starts_with("elements nest deeper than"));
  CHECK(read(kDocBook + "<para>A").starts_with("the XML ends too early"));
  CHECK(read(kDocBook +
             "<row><entry>a</entry></row><footnote>b</footnote><alt>c d</alt></article>") ==
        "a|b|c d");
}

}  // namespace
}  // namespace duizhao::formats
