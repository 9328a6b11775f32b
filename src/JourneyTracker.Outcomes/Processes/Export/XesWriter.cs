using System.Text;
using System.Xml;

namespace JourneyTracker.Outcomes.Processes.Export;

/// <summary>
/// Writes a log as XES (IEEE 1849-2016), trace by trace. Events are complete in themselves: facts have no start and end, so the lifecycle is always <c>complete</c>.
/// </summary>
public static class XesWriter
{
    private const string Space = "http://www.xes-standard.org/";
    private static readonly (string Name, string Prefix)[] Extensions = [("Concept", "concept"), ("Time", "time"), ("Lifecycle", "lifecycle")];

    /// <summary>The stream stays open.</summary>
    public static void Write(Stream stream, string name, IEnumerable<LoggedTrace> traces)
    {
        using var xml = XmlWriter.Create(stream, new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n", CloseOutput = false });
        xml.WriteStartDocument();
        xml.WriteStartElement("log", Space);
        xml.WriteAttributeString("xes.version", "1849.2016");
        xml.WriteAttributeString("xes.features", "");
        WriteDeclarations(xml);
        Attribute(xml, "string", "concept:name", name);
        foreach (var trace in traces) WriteTrace(xml, trace);
        xml.WriteEndElement();
    }

    private static void WriteDeclarations(XmlWriter xml)
    {
        foreach (var (name, prefix) in Extensions)
        {
            xml.WriteStartElement("extension", Space);
            xml.WriteAttributeString("name", name);
            xml.WriteAttributeString("prefix", prefix);
            xml.WriteAttributeString("uri", $"http://www.xes-standard.org/{prefix}.xesext");
            xml.WriteEndElement();
        }

        WriteGlobal(xml, "trace", ("string", "concept:name", ""));
        WriteGlobal(
            xml, "event", ("string", "concept:name", ""), ("date", "time:timestamp", "1970-01-01T00:00:00.000+00:00"), ("string", "lifecycle:transition", "complete"),
            ("string", Timestamp.HappenedOn, ""), ("string", Timestamp.Precision, ""));
        xml.WriteStartElement("classifier", Space);
        xml.WriteAttributeString("name", "Activity");
        xml.WriteAttributeString("keys", "concept:name");
        xml.WriteEndElement();
    }

    private static void WriteGlobal(XmlWriter xml, string scope, params (string Kind, string Key, string Value)[] always)
    {
        xml.WriteStartElement("global", Space);
        xml.WriteAttributeString("scope", scope);
        foreach (var (kind, key, value) in always) Attribute(xml, kind, key, value);
        xml.WriteEndElement();
    }

    private static void WriteTrace(XmlWriter xml, LoggedTrace trace)
    {
        xml.WriteStartElement("trace", Space);
        Attribute(xml, "string", "concept:name", trace.Case);
        foreach (var (key, value) in trace.Attributes ?? new Dictionary<string, string>()) Attribute(xml, "string", key, value);
        foreach (var happened in trace.Events)
        {
            xml.WriteStartElement("event", Space);
            Attribute(xml, "string", "concept:name", happened.Activity);
            Attribute(xml, "date", "time:timestamp", Timestamp.Of(happened.At));
            Attribute(xml, "string", "lifecycle:transition", "complete");
            foreach (var (key, value) in Timestamp.Texts(happened.At, happened.Attributes)) Attribute(xml, "string", key, value);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Attribute(XmlWriter xml, string kind, string key, string value)
    {
        xml.WriteStartElement(kind, Space);
        xml.WriteAttributeString("key", key);
        xml.WriteAttributeString("value", value);
        xml.WriteEndElement();
    }
}
