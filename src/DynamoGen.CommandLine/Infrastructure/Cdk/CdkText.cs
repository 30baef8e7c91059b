using System.Globalization;
using System.Text;
using DynamoGen.CommandLine.Infrastructure.Resources;

namespace DynamoGen.CommandLine.Infrastructure.Cdk;

/// <summary>Prints the values of one resource as expressions of C#.</summary>
/// <param name="resourceClass">The class of the resource, in which those of its blocks are.</param>
internal sealed class CdkText(string resourceClass)
{
    private const int IndentSize = 4;

    /// <summary>An object of a class, with its properties.</summary>
    /// <param name="className">The class.</param>
    /// <param name="owner">The type of the block; null for the resource.</param>
    /// <param name="block">The properties.</param>
    /// <param name="indent">The indent of the line that it begins on.</param>
    public string Object(string className, string? owner, BlockValue block, int indent)
    {
        var text = new StringBuilder($"new {className}\n").Append(' ', indent).Append("{\n");
        foreach (var property in block.Properties)
        {
            text.Append(' ', indent + IndentSize).Append(CdkNames.PropertyOf(property.Name)).Append(" = ")
                .Append(Property(owner, property, indent + IndentSize)).Append(",\n");
        }

        return text.Append(' ', indent).Append('}').ToString();
    }

    /// <summary>A local variable of a resource or parameter.</summary>
    public static string Variable(string id) => char.ToLowerInvariant(id[0]) + id[1..];

    /// <summary>A text in quotes.</summary>
    public static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var letter in text)
        {
            quoted.Append(letter switch
            {
                '"' => "\\\"",
                '\\' => @"\\",
                _ when char.IsControl(letter) || letter is '\u2028' or '\u2029' or '\u0085' => $"\\u{(int)letter:x4}",
                _ => letter.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }

    private string Property(string? owner, Property property, int indent) => property switch
    {
        // Policies are any JSON.
        { Name: "PolicyDocument", Value: BlockValue document } => Dictionary(document, indent),
        { Name: "Tags", Value: ListValue list } => List("ICfnTag", list, item => Object("CfnTag", "Tag", (BlockValue)item, indent + IndentSize), indent),
        { Value: BlockValue block } => Block(owner, property.Name, block, indent),
        { Value: ListValue { Items: [BlockValue, ..] } list } =>
            List("object", list, item => Block(owner, property.Name, (BlockValue)item, indent + IndentSize), indent),
        { Value: ListValue list } => List("string", list, Scalar, indent),
        _ => Scalar(property.Value),
    };

    private string Block(string? owner, string name, BlockValue block, int indent)
    {
        var type = CdkNames.BlockOf(owner, name);
        return Object($"{resourceClass}.{type}Property", type, block, indent);
    }

    private static string Dictionary(BlockValue block, int indent)
    {
        var text = new StringBuilder("new Dictionary<string, object>\n").Append(' ', indent).Append("{\n");
        foreach (var property in block.Properties)
        {
            text.Append(' ', indent + IndentSize).Append('[').Append(Quoted(property.Name)).Append("] = ")
                .Append(Json(property.Value, indent + IndentSize)).Append(",\n");
        }

        return text.Append(' ', indent).Append('}').ToString();
    }

    private static string Json(Value value, int indent) => value switch
    {
        BlockValue block => Dictionary(block, indent),
        ListValue list => List("object", list, item => Json(item, indent + IndentSize), indent),
        _ => Scalar(value),
    };

    private static string List(string type, ListValue list, Func<Value, string> item, int indent)
    {
        var text = new StringBuilder($"new {type}[]\n").Append(' ', indent).Append("{\n");
        foreach (var one in list.Items)
        {
            text.Append(' ', indent + IndentSize).Append(item(one)).Append(",\n");
        }

        return text.Append(' ', indent).Append('}').ToString();
    }

    private static string Scalar(Value value) => value switch
    {
        TextValue text => Quoted(text.Text),
        NumberValue number => number.Number.ToString(CultureInfo.InvariantCulture),
        FlagValue flag => flag.Flag ? "true" : "false",
        JsonValue json => Scalar(JsonText.Of(json.Content)),
        JoinedValue joined => string.Join(" + ", joined.Parts.Select(Scalar)),
        PlaceValue place => place.Of switch { Place.Partition => "Aws.PARTITION", Place.Region => "Aws.REGION", _ => "Aws.ACCOUNT_ID" },
        ParameterValue parameter => $"{Variable(parameter.Name)}.ValueAsString",
        StreamArnValue stream => $"{Variable(stream.Resource)}.AttrStreamArn",
        _ => throw new ArgumentException($"A {value.GetType().Name} has no form.", nameof(value)),
    };
}
