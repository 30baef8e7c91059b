using System.Globalization;
using System.Text;
using DynamoGen.CommandLine.Infrastructure.Resources;

namespace DynamoGen.CommandLine.Infrastructure.Terraform;

/// <summary>The attributes and blocks of a block of HCL, in order.</summary>
internal sealed class HclBody
{
    private const int IndentSize = 2;

    private readonly List<Action<StringBuilder, int>> _members = [];

    /// <summary>Adds an attribute; what is null is left out.</summary>
    public HclBody Set(string name, Value? value) => value is null ? this : SetExpression(name, indent => Expression(value, indent));

    /// <summary>Adds an attribute that refers to other parts of the text.</summary>
    public HclBody SetReferences(string name, IEnumerable<string> addresses) => SetExpression(name, _ => $"[{string.Join(", ", addresses)}]");

    /// <summary>Adds an attribute that is a word of Terraform's own, such as a type.</summary>
    public HclBody SetWord(string name, string word) => SetExpression(name, _ => word);

    /// <summary>Adds a block; what is null is left out.</summary>
    public HclBody Block(string type, HclBody? body) => body is null ? this : Block([type], body);

    /// <summary>Adds a block with labels.</summary>
    public HclBody Block(string[] header, HclBody body)
    {
        _members.Add((text, indent) =>
        {
            text.Append(' ', indent).Append(header[0]);
            foreach (var label in header.Skip(1))
            {
                text.Append(' ').Append(Quoted(label));
            }

            text.Append(" {\n");
            body.Write(text, indent + IndentSize);
            text.Append(' ', indent).Append("}\n").Append(indent == 0 ? "\n" : string.Empty);
        });
        return this;
    }

    /// <summary>Adds a line for readers.</summary>
    public HclBody Comment(string line)
    {
        _members.Add((text, indent) => text.Append(' ', indent).Append("# ").Append(line.ReplaceLineEndings(" ")).Append('\n'));
        return this;
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        Write(text, 0);
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private HclBody SetExpression(string name, Func<int, string> expression)
    {
        _members.Add((text, indent) => text.Append(' ', indent).Append(name).Append(" = ").Append(expression(indent)).Append('\n'));
        return this;
    }

    private void Write(StringBuilder text, int indent)
    {
        foreach (var member in _members)
        {
            member(text, indent);
        }
    }

    private static string Expression(Value value, int indent) => value switch
    {
        TextValue text => Quoted(text.Text),
        NumberValue number => number.Number.ToString(CultureInfo.InvariantCulture),
        FlagValue flag => flag.Flag ? "true" : "false",
        ListValue { Items.Count: 0 } => "[]",
        ListValue list => Lines('[', list.Items.Select(item => Expression(item, indent + IndentSize) + ","), ']', indent),
        BlockValue block => Lines(
            '{', block.Properties.Select(property => $"{Quoted(property.Name)} = {Expression(property.Value, indent + IndentSize)}"), '}', indent),
        JsonValue json => $"jsonencode({Expression(json.Content, indent)})",
        JoinedValue joined => $"\"{string.Concat(joined.Parts.Select(Part))}\"",
        PlaceValue or ParameterValue or StreamArnValue => Address(value),
        _ => throw new ArgumentException($"A {value.GetType().Name} has no form.", nameof(value)),
    };

    private static string Lines(char open, IEnumerable<string> lines, char close, int indent)
    {
        var text = new StringBuilder().Append(open).Append('\n');
        foreach (var line in lines)
        {
            text.Append(' ', indent + IndentSize).Append(line).Append('\n');
        }

        return text.Append(' ', indent).Append(close).ToString();
    }

    private static string Part(Value part) => part is TextValue text ? Escaped(text.Text) : $"${{{Address(part)}}}";

    private static string Address(Value value) => value switch
    {
        PlaceValue { Of: Place.Partition } => "data.aws_partition.current.partition",
        PlaceValue { Of: Place.Region } => "data.aws_region.current.region",
        PlaceValue => "data.aws_caller_identity.current.account_id",
        ParameterValue parameter => $"var.{TerraformName.Of(parameter.Name)}",
        StreamArnValue stream => $"{TerraformTable.Type}.{TerraformName.Of(stream.Resource)}.stream_arn",
        _ => throw new ArgumentException($"A {value.GetType().Name} has no address.", nameof(value)),
    };

    private static string Quoted(string text) => $"\"{Escaped(text)}\"";

    /// <summary>In a text, <c>${</c> and <c>%{</c> begin what is evaluated; written twice, their sign is itself.</summary>
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            escaped.Append(letter switch
            {
                '"' => "\\\"",
                '\\' => @"\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '$' or '%' when i + 1 < text.Length && text[i + 1] == '{' => new string(letter, 2),
                _ when char.IsControl(letter) => $"\\u{(int)letter:x4}",
                _ => letter.ToString(),
            });
        }

        return escaped.ToString();
    }
}
