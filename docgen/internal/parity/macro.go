package parity

import (
	"encoding/xml"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

const (
	macroHead  = `<?xml version="1.0" encoding="UTF-8"?>` + "\n"
	macroIndex = macroHead + `<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink">
<library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple" library:link="false"/>
</library:libraries>`
	macroLibrary = macroHead + `<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
 library:readonly="false" library:passwordprotected="false">
<library:element library:name="Edit"/>
</library:library>`
	macroModule = macroHead + `<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Edit" script:language="StarBasic">%s</script:module>`
	macroFrame = `
Sub Main(from, to_docx, to_pdf)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  d = StarDesktop.loadComponentFromURL(ConvertToURL(from), "_blank", 0, hidden())
  On Error Goto wrong
  Change(d)
  Save(d, to_docx, "MS Word 2007 XML")
  Save(d, to_pdf, "writer_pdf_Export")
  d.close(True)
  Exit Sub
wrong:
  n = FreeFile
  Open to_pdf & ".log" For Output As #n
  Print #n, Error() & ", line " & Erl
  Close #n
  d.close(True)
End Sub

Sub Save(d, path, filter)
  Dim by(0) As New com.sun.star.beans.PropertyValue
  by(0).Name = "FilterName"
  by(0).Value = filter
  d.storeToURL(ConvertToURL(path), by())
End Sub

' The paragraph of the text whose words begin so. Its number is not among them.
Function Found(d, words)
  e = d.Text.createEnumeration()
  Do While e.hasMoreElements()
    p = e.nextElement()
    If p.supportsService("com.sun.star.text.Paragraph") Then
      If Left(p.String, Len(words)) = words Then
        Found = p
        Exit Function
      End If
    End If
  Loop
End Function

' A paragraph of a style behind another.
Sub Add(d, behind, style, words)
  c = d.Text.createTextCursorByRange(behind.End)
  d.Text.insertControlCharacter(c, com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK, False)
  c.ParaStyleName = style
  d.Text.insertString(c, words, False)
End Sub

Sub Remove(d, words)
  p = Found(d, words)
  p.dispose()
End Sub

`
)

// Edit opens a Word file, as a person would, and saves it under another name, as Word file
// and as PDF. In between it runs the body of a procedure in LibreOffice Basic that has the
// document as d, and may call Found(d, words), Add(d, paragraph, style,
// words) and Remove(d, words).
func (o *Office) Edit(from, to, body string) error {
	var code strings.Builder
	if err := xml.EscapeText(&code, []byte(macroFrame+"Sub Change(d)\n"+body+"\nEnd Sub\n")); err != nil {
		return err
	}
	folder := filepath.Join(strings.TrimPrefix(o.profile, profileFlag), "user", "basic")
	if _, err := os.Stat(folder); err != nil { // the first start puts its own there
		if err := o.run("--terminate_after_init"); err != nil {
			return err
		}
	}
	for name, text := range map[string]string{
		"script.xlc": macroIndex, "Standard/script.xlb": macroLibrary, "Standard/Edit.xba": fmt.Sprintf(macroModule, code.String()),
	} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o666); err != nil {
			return err
		}
	}
	pdf := strings.TrimSuffix(to, filepath.Ext(to)) + ".pdf"
	_, _ = os.Remove(pdf), os.Remove(pdf+".log") // of an earlier time
	if err := o.run(fmt.Sprintf("macro:///Standard.Edit.Main(%s,%s,%s)", from, to, pdf)); err != nil {
		return err
	}
	if wrong, err := os.ReadFile(pdf + ".log"); err == nil {
		return fmt.Errorf("soffice has not edited %s: %s", from, wrong)
	}
	if _, err := os.Stat(pdf); err != nil { // the macro did not even begin
		return fmt.Errorf("soffice has not edited %s", from)
	}
	return nil
}
