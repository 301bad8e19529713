"""What the fuzzers begin with: small well-formed texts of each format, and words that it is made of."""

SENTENCES = [("The bank opened 30 branches in 1912.", "该行于1912年开设了30家分行。"),
             ("Profit rose 5% to US$3 million (see Table 2).", "利润增长5%，达300万美元（见表2）。")]
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def paragraphs(form, side=0):
    return "".join(form.format(pair[side]) for pair in SENTENCES)


def pairs(form):
    return "".join(form.format(*pair) for pair in SENTENCES)


def rows(form, cell):
    """A table: a heading and the sentences."""
    return "".join(form.format("".join(cell.format(text) for text in pair)) for pair in [("English", "中文"), *SENTENCES])


DOCX = f'<w:document xmlns:w="{W}"><w:body>{{}}<w:sectPr/></w:body></w:document>'
DOCX_P = "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>"
DOCX_TABLE = "<w:tbl>" + rows("<w:tr>{}</w:tr>", "<w:tc><w:p><w:r><w:t>{}</w:t><w:br/></w:r></w:p></w:tc>") + "</w:tbl>"
MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
FORMULA = (f"<w:p><m:oMath {MATH}><m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>7</m:t></m:r></m:sup></m:sSup>"
           "<m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath></w:p>"
           '<w:p><w:r><w:drawing><wp:docPr xmlns:wp="urn:x" id="1" name="a" descr="图"/></w:drawing></w:r></w:p>'
           '<w:altChunk id="r1"/><w:p><v:shape xmlns:v="urn:schemas-microsoft-com:vml" alt="图"/></w:p>')
HTML = f"""<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>年报</title></head><body><h1>年报</h1>
{paragraphs('<p>{}<sup>1</sup> &nbsp;<b>x</b><br>', 1)}<ul><li>a<li>b</ul><pre>x
 y</pre><table>{rows('<tr>{}', '<td colspan=2>{}')}</table><!-- English --><img alt="图">
<form><input placeholder="名"><select title="t"><option label="甲"><option>乙</select><button>送&shy;&shy;出</button></form></body></html>"""
MARKDOWN = f"""---
title: "年报"
weight: 20
---
# 年报

{paragraphs('> {}', 1)}

* 一
* `code` [链接](/zh-cn/docs/a) ![图](b.png)

| 项目 | 金额 |
|------|-----:|
| 利润 | 300  |

```c
int x;
```
"""
SRT = "1\n00:00:01,000 --> 00:00:02,500\n该行于1912年\n开设了30家分行。\n\n2\n00:00:03,000 --> 00:00:04,000\n<i>利润</i>\n\n"
VTT = "WEBVTT\n\nNOTE x\n\nintro\n00:01.000 --> 00:02.500 line:0\n<v A>利润增长5%</v>\n\n"
ASS = ("[Script Info]\nPlayResX: 640\n\n[Events]\nFormat: Layer, Start, End, Style, Text\n"
       "Dialogue: 0,0:00:01.00,0:00:02.50,Default,{\\i1}利润增长{\\i0}5%，\\N达300万美元\n"
       "Comment: 0,0:00:03.00,0:00:04.00,Default,Profit rose 5%\n")
# As pdftotext -layout writes: pages, labels of two lines, columns.
PRINT = "     Annual report\n\nThe bank opened thirty branches in the year 1912 and clo-\nsed two of them.\f\n- 2 -\n" \
        "Item            2020     2021\nNet interest\n                  1.5    (62.48)\nmargin\n"
ODT = ('<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
       'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:'
       'table:1.0"><office:body><office:text><text:h text:outline-level="1">年报</text:h>'
       + paragraphs("<text:p>{}<text:s text:c=\"3\"/><text:note><text:note-body><text:p>注</text:p></text:note-body>"
                    "</text:note></text:p>", 1)
       + "<table:table>" + rows("<table:table-row>{}</table:table-row>",
                                "<table:table-cell><text:p>{}</text:p></table:table-cell>")
       + "</table:table></office:text></office:body></office:document-content>")
SLIDE = ('<p:sld xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="http://schemas.openxmlformats.'
         'org/drawingml/2006/main"><p:cSld><p:spTree>'
         + paragraphs("<p:sp><p:txBody><a:p><a:r><a:t>{}</a:t></a:r><a:br/></a:p></p:txBody></p:sp>", 1)
         + "</p:spTree></p:cSld></p:sld>")
SHEET = ('<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
         + rows("<row>{}</row>", '<c t="inlineStr"><is><t>{}</t></is></c>') + '<row r="9"><c r="C9"><v>3.5</v></c></row>'
         "</sheetData></worksheet>")
PDF = """%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>> endobj
4 0 obj <</Length 66>> stream
BT /F 12 Tf 20 150 Td (The bank opened in 1912.) Tj 0 -14 Td (It) Tj ET
endstream endobj
5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
trailer <</Root 1 0 R>>
"""
TMX = ('<?xml version="1.0"?><tmx version="1.4"><header srclang="en" datatype="xml" segtype="sentence" adminlang="en" '
       'o-tmf="x" creationtool="x" creationtoolversion="1"/><body>'
       + pairs('<tu tuid="1"><note>n</note><tuv xml:lang="en"><seg>{}<ph x="1">&lt;br/&gt;</ph></seg></tuv>'
               '<tuv xml:lang="zh-CN"><seg><bpt i="1">b</bpt>{}<ept i="1">b</ept></seg></tuv></tu>') + "</body></tmx>")
XLIFF1 = ('<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="en" '
          'target-language="zh-CN" datatype="plaintext"><body>'
          + pairs('<trans-unit id="1"><source>{0}<x id="1"/></source><seg-source><mrk mtype="seg" mid="1">{0}</mrk>'
                  '</seg-source><target><mrk mtype="seg" mid="1">{1}<g id="2">x</g></mrk></target></trans-unit>')
          + "</body></file></xliff>")
XLIFF2 = ('<xliff version="2.0" srcLang="en" trgLang="zh" xmlns="urn:oasis:names:tc:xliff:document:2.0"><file id="f">'
          + pairs('<unit id="1"><originalData><data id="d">&lt;br/&gt;</data></originalData><segment id="s"><source>{}'
                  '<ph id="1" dataRef="d"/></source><target>{}<pc id="2">x</pc></target></segment></unit>')
          + "</file></xliff>")
MXLIFF = ('<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:m="http://www.memsource.com/mxlf/2.0">'
          '<file original="a" source-language="en" target-language="zh-CN"><body>'
          + pairs('<trans-unit id="a:0" m:confirmed="1"><source>{{1&gt;{}&lt;1}} {{2}}</source>'
                  '<target><ph id="1">&lt;mq:rxt val="x" /&gt;</ph>{}<g id="2" ctype="x-sup">7</g></target></trans-unit>')
          + "</body></file></xliff>")
PO = ('msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: zh_CN\\n"\n\n'
      + pairs('#: a.c:1\n#, c-format\nmsgctxt "c"\nmsgid "{}"\nmsgid_plural "x"\nmsgstr[0] "{}"\n\n'))
TS = ('<TS version="2.1" language="zh_CN"><context><name>A</name>'
      + pairs('<message numerus="yes"><source>{}<byte value="x1f"/></source><translation type="unfinished"><numerusform>{}'
              "</numerusform></translation></message>") + "</context></TS>")
STRING_CATALOG = ('{"sourceLanguage": "en", "strings": {' + ",\n".join(
    f'"{en}": {{"localizations": {{"zh-Hans": {{"stringUnit": {{"value": "{zh}"}}}}, "en": {{"variations": {{"plural": '
    f'{{"one": {{"stringUnit": {{"value": "{en}"}}}}}}}}}}}}}}' for en, zh in SENTENCES) + "}}")
TSV = "id\ten\tzh\n" + pairs("1\t{}\t{}\n")
CSV = "en,zh,note\n" + pairs('"{}","{}",""\n')
JSONL = pairs('{{"id": 1, "source": "{}", "target": "{}"}}\n')
JSON_ARRAY = "[\n" + pairs('{{"input": "{}", "output": "{}"}},\n') + '["a", "\u4e00"]]'
ODS = ('<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:'
       'tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body>'
       '<office:spreadsheet><table:table table:name="a">'
       + rows("<table:table-row>{}</table:table-row>",
              '<table:table-cell table:number-columns-repeated="2"><text:p>{}</text:p></table:table-cell>')
       + "</table:table></office:spreadsheet></office:body></office:document-content>")
TBX = ('<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><text><body><conceptEntry '
       'id="1"><langSec xml:lang="en"><termSec><term>capital</term></termSec></langSec><langSec xml:lang="zh-Hant">'
       "<termSec><term>資本</term></termSec></langSec></conceptEntry></body></text></tbx>")
GLOSSARY = "序号\t中文\t拼音\t英文\n1\t资本; 本金\tziben\tcapital; principal\n"

LATEX = ("\\documentclass[a4]{article}\n\\title{A}\n\\begin{document}\n\\section*{B}\n"
         + paragraphs("{}\\footnote{{x\\par y}} \\emph{{z}} $10^{{7}}$ ``a'' -- b~c\\\\\n% d\n\n", 1)
         + "\\begin{tabular}{lr}a & 4\\\\ \\end{tabular}\\verb|x|\\href{u}{v}\\[2pt]\n\\begin{verbatim}x\\end{verbatim}\\end{document}")
RST = ("A\n=\n\n.. note:: B\n   c\n\n.. code-block:: c\n   :linenos:\n\n   int x;\n\n"
       + paragraphs("{} *a* **b** ``c`` :ref:`d <e>` `f <g>`_ [1]_ \\*::\n\n   x\n\n- h\n", 1)
       + "+---+\n| a | b |\n+---+\n\n.. [1] n\n.. _t: u\n")
ADOC = ("= A\n:toc: left\n\n== B\n" + paragraphs("{} *a* _b_ `c` <<d,e>> link:f[g] 10^7^ https://h[i^] +\n\n* j\n", 1)
        + "[source,c]\n----\nint x;\n----\n.T\n|===\n|a |b\n|===\nNOTE: k\n// l\nimage::m[n,4]\n")
DOCBOOK = ('<article xmlns="http://docbook.org/ns/docbook"><info><title>A</title><author>B</author></info><section><title>C</title>'
           + paragraphs('<para>{}<footnote><para>d</para></footnote> <quote>e</quote> 10<superscript>7</superscript></para>', 1)
           + "<programlisting>x</programlisting><literallayout>f\ng</literallayout><menuchoice><guimenu>h</guimenu><guimenu>i</guimenu>"
           '</menuchoice><table><title>j</title><tgroup cols="2">' + rows("<row>{}</row>", '<entry namest="c1" nameend="c2">{}</entry>')
           + "</tgroup></table><figure><title>k</title><mediaobject><textobject><phrase>l</phrase></textobject></mediaobject></figure>"
           "</section></article>")
DITA = ('<!DOCTYPE topic PUBLIC "-//OASIS//DTD DITA Topic//EN" "t"><topic id="a"><title>A&nbsp;b</title><body><ul><li>c<fn>d</fn></li></ul>'
        "<simpletable>" + rows("<strow>{}</strow>", "<stentry>{}</stentry>") + "</simpletable><lines>e\nf</lines></body></topic>")
JATS = ('<!DOCTYPE article PUBLIC "-//NLM//DTD JATS//EN" "j"><article><front><article-meta><article-title>A</article-title></article-meta>'
        '</front><body><p>b<xref ref-type="fn">1</xref> <m:math xmlns:m="http://www.w3.org/1998/Math/MathML"><m:msup><m:mn>10</m:mn><m:mn>7'
        "</m:mn></m:msup></m:math></p></body><back><fn><label>1</label><p>c</p></fn></back></article>")
TEI = ('<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><titleStmt><title>A</title></titleStmt></teiHeader><text><body><p>b<note>c</note>'
       '<hi rend="sup">2</hi><quote>d</quote><lb/></p><table><row><cell cols="2">e</cell></row></table></body></text></TEI>')
SVG = '<svg xmlns="http://www.w3.org/2000/svg"><title>A</title><text><tspan x="1">b</tspan><tspan dy="1">c</tspan></text><desc>d</desc></svg>'
PROPERTIES = "# a\nb.c=d \\\n  e\nf : \"g\"\nh = \\u4f60\\ud83d\\ude00\n[i]\n\"j\" = \"k\\\"l\nm\"; // n\no = \"\"\"\np\"\"\"\n"
YAML = "zh-CN:\n  a: b # c\n  'd': 'e''f'\n  g:\n    - h\n    - \"i\\t\"\n  j: >-\n    k\n    l\n"
PHP = "<?php\nreturn [\n  'a' => [\n    'b' => 'c\\'d',\n  ],\n  'e' => \"f\",\n  'g' => 'h',\n];\n"
ANDROID = ('<resources><string name="a">b\\\'c <b>d</b> <xliff:g xmlns:xliff="u" id="e">%1$s</xliff:g></string><string name="f" '
           'translatable="false">g</string><plurals name="h"><item quantity="one">i</item></plurals><string-array name="j">'
           "<item>k</item></string-array></resources>")
RESX = '<root><resheader name="a"/><data name="b"><value>c</value><comment>d</comment></data></root>'
PLIST = "<plist><dict><key>a</key><dict><key>b</key><string>c</string></dict><key>d</key><array><string>e</string></array></dict></plist>"
KEYS_JSON = '{"a": {"b": "c", "@d": {"e": "f"}}, "g": ["h", {"i": "j"}], "k": {"message": "l", "description": "m"}}'
VERSIONS_JSON = '{\n"en": {"a": "b", "c_zh": "d"},\n"zh-CN": {"a": "e"},\n"f": {"en": "g", "cn": "h"}\n}'

BY_FUZZER = {
    "document_latex": [LATEX],
    "document_rst": [RST],
    "document_asciidoc": [ADOC],
    "keys_any": [PROPERTIES, YAML, PHP, ANDROID, RESX, PLIST, KEYS_JSON],
    "pairs_ts": [TS],
    "document_txt": [paragraphs("{}\r\n"), paragraphs("> {}\n", 1), PRINT],
    "document_markdown": [MARKDOWN],
    "document_html": [HTML],
    "document_xml": [DOCBOOK, DITA, JATS, TEI, SVG],
    "document_docx": [DOCX.format(paragraphs(DOCX_P, 1) + DOCX_TABLE), DOCX.format(FORMULA)],
    "document_odt": [ODT],
    "document_pdf": [PDF],
    "document_srt": [SRT, VTT],
    "document_ass": [ASS],
    "document_pptx": [SLIDE],
    "document_xlsx": [SHEET],
    "document_epub": [HTML],
    "pairs_tsv": [TSV],
    "pairs_csv": [CSV],
    "pairs_xlsx": [SHEET],
    "pairs_jsonl": [JSONL, JSON_ARRAY, STRING_CATALOG, VERSIONS_JSON],
    "pairs_tmx": [TMX],
    "pairs_xliff": [XLIFF1, XLIFF2, MXLIFF],
    "pairs_po": [PO],
    "pairs_docx": [DOCX.format(DOCX_TABLE)],
    "both_txt": [pairs("{}\n{}\n\n"), pairs("{}\t{}\n"), pairs("<!--\n{}\n-->\n{}\n\n")],
    "both_html": [pairs("<p>{}</p><p>{}</p>"), pairs("<!-- <p>{}</p> --><p>{}</p>")],
    "glossary_ods": [ODS],
    "glossary_any": [GLOSSARY, CSV, TBX],
    "loads_profile": ["[rules]\nnumber = major\nrepetition = off\n\n[score]\nmax-penalty = 10\n"],
    "loads_suppressions": ["# x\n0123456789abcdef\tnumber\tas agreed\n", '{"decisions": [{"key": "0123456789abcdef", "rule": "number"}]}'],
    "loads_weights": ["duizhao weights 1\nlexicon 0123456789abcdef\n\n[missing-odds]  # counted\nzh.0.0 1.22 0 0 0 0\n"],
    "loads_lexicon": ["\x01\x02\x04abcd", "\x03\x00\x02ab\x04\x01\x03xyz"],
    "loads_names": ["\x01\x02\x04abcd"],
    "loads_journal": ['{"draft":7}\n{"edit":[0,3],"removed":"abc","written":"x"}\n{"decision":9,"state":"accepted"}\n',
                      '{"journal":"duizhao batch","settings":{"a":"b"},"shard":[1,1],"inputs":[{"file":"a.tsv","bytes":9,'
                      '"changed":1}],"unpaired":[]}\n{"bytes":9,"hash":"0000000000000003","input":0,"pairs":1,"done":false}\n'],
    "facts": [paragraphs("{}", 0), paragraphs("{}", 1)],
}


def of(fuzzer):
    """The texts that a fuzzer begins with, as bytes: in UTF-8, and some in the encodings that files come in."""
    texts = BY_FUZZER[fuzzer]
    return [text.encode() for text in texts] + [texts[0].encode("utf-16"), texts[0].encode("gb18030")]


def words(fuzzer):
    """Tags and other pieces of the texts, for the fuzzer to put in."""
    import re

    found = set()
    for text in BY_FUZZER[fuzzer]:
        found.update(re.findall(r"</?[A-Za-z:-]+|[A-Za-z:]+=\"|-->|&\w+;|\\\w|[{}\[\]|#*`,:]+", text))
    return sorted("".join(f"\\x{byte:02x}" for byte in word.encode()) for word in found if len(word) < 60)
