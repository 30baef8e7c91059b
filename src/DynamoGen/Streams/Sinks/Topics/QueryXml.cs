using System.Xml;
using System.Xml.Linq;

namespace DynamoGen.Streams.Sinks.Topics;

/// <summary>Reads answers of AWS's Query protocol.</summary>
internal static class QueryXml
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <summary>The root of an answer; null where it is no XML.</summary>
    public static XElement? Root(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(body.ToArray(), writable: false), Settings);
            return XDocument.Load(reader).Root;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>A child of that name in any namespace, which the service's versions differ in.</summary>
    public static XElement? Child(this XElement element, string name) => element.Elements().FirstOrDefault(child => child.Name.LocalName == name);

    /// <summary>The text of a child; null where there is none.</summary>
    public static string? Text(this XElement element, string name) => element.Child(name)?.Value.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>The members of a list; none where there is no list.</summary>
    public static IEnumerable<XElement> Members(this XElement element, string list) =>
        element.Child(list)?.Elements().Where(static child => child.Name.LocalName == "member") ?? [];
}
