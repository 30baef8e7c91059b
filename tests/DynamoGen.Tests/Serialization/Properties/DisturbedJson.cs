using System.Globalization;
using System.Text;
using Amazon.DynamoDBv2.Model;

namespace DynamoGen.Tests.Serialization.Properties;

/// <summary>
/// Writes items as JSON that means the same and looks different: attributes in any order, white space, escapes, other notations of numbers,
/// and attributes that nobody knows.
/// </summary>
internal sealed class DisturbedJson(Random random)
{
    private static readonly string[] Unknown = ["\"unknown\"", "\"\"", "\"Id\\u0020\"", "\"id3\"", "\"\\u00e9\""];

    private static readonly string[] UnknownValues =
        ["{\"S\":\"\\\"}\"}", "{\"N\":\"1e5\"}", "{\"NULL\":true}", "{\"L\":[]}",
            "{\"M\":{\"Id\":{\"S\":\"x\"},\"a\":{\"L\":[{\"BOOL\":false},{\"NS\":[\"1\",\"2\"]}]}}}", "{ \"SS\" : [ \"a\" , \"b\" ] }"];

    private readonly StringBuilder _json = new();

    /// <summary>Whether a map ignores attributes that it does not know, as a dictionary does not.</summary>
    public required Predicate<Dictionary<string, AttributeValue>> MayHoldUnknown { get; init; }

    /// <summary>How much is disturbed, from 0 for nothing to 3.</summary>
    public int Degree { get; init; } = 3;

    public override string ToString() => _json.ToString();

    public DisturbedJson Raw(string text)
    {
        _json.Append(text);
        return this;
    }

    public DisturbedJson Item(Dictionary<string, AttributeValue> map)
    {
        Mark("{");
        var members = map.AsEnumerable();
        if (Degree > 1)
        {
            members = members.OrderBy(_ => random.Next());
        }

        var isFirst = true;
        foreach (var (name, value) in members)
        {
            Unasked(map, ref isFirst);
            Comma(ref isFirst);
            Text(name);
            Mark(":");
            Value(value);
        }

        Unasked(map, ref isFirst);
        Mark("}");
        return this;
    }

    private void Unasked(Dictionary<string, AttributeValue> map, ref bool isFirst)
    {
        if (Degree > 0 && MayHoldUnknown(map) && random.Next(8) == 0)
        {
            Comma(ref isFirst);
            Mark(Unknown[random.Next(Unknown.Length)]);
            Mark(":");
            Mark(UnknownValues[random.Next(UnknownValues.Length)]);
        }
    }

    private void Value(AttributeValue value)
    {
        Mark("{");
        Text(value switch
        {
            { S: not null } => "S",
            { N: not null } => "N",
            { B: not null } => "B",
            { BOOL: not null } => "BOOL",
            { NULL: true } => "NULL",
            { SS: not null } => "SS",
            { NS: not null } => "NS",
            { BS: not null } => "BS",
            { M: not null } => "M",
            _ => "L",
        });
        Mark(":");
        Content(value);
        Mark("}");
    }

    private void Content(AttributeValue value)
    {
        switch (value)
        {
            case { M: { } map }:
                Item(map);
                break;
            case { L: { } list }:
                Elements<AttributeValue>(list, Value);
                break;
            case { SS: { } texts }:
                Elements<string>(Degree > 1 ? texts.OrderBy(_ => random.Next()) : texts, Text);
                break;
            case { NS: { } numbers }:
                Elements(numbers, number => Text(Number(number)));
                break;
            case { BS: { } binaries }:
                Elements(binaries, bytes => Text(Convert.ToBase64String(bytes.ToArray())));
                break;
            case { BOOL: { } truth }:
                Mark(truth ? "true" : "false");
                break;
            case { NULL: true }:
                Mark("true");
                break;
            default:
                Text(value.S ?? (value.N is { } digits ? Number(digits) : Convert.ToBase64String(value.B.ToArray())));
                break;
        }
    }

    private void Elements<T>(IEnumerable<T> elements, Action<T> write)
    {
        Mark("[");
        var isFirst = true;
        foreach (var element in elements)
        {
            Comma(ref isFirst);
            write(element);
        }

        Mark("]");
    }

    /// <summary>DynamoDB returns numbers without exponents, and without the zeros behind the point.</summary>
    private string Number(string number)
    {
        var canonical = AttributeText.Number(number);
        if (Degree < 2 || random.Next(2) == 0 || canonical == "0")
        {
            return number;
        }

        var parts = canonical.TrimStart('-').Split('e');
        var (digits, exponent) = (parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture));
        var plain = exponent >= 0 ? digits + new string('0', exponent)
            : -exponent < digits.Length ? digits.Insert(digits.Length + exponent, ".")
            : "0." + digits.PadLeft(-exponent, '0');
        return canonical[0] == '-' ? "-" + plain : plain;
    }

    private void Comma(ref bool isFirst)
    {
        if (!isFirst)
        {
            Mark(",");
        }

        isFirst = false;
    }

    private void Mark(string mark)
    {
        Space();
        _json.Append(mark);
        Space();
    }

    private void Space()
    {
        if (Degree > 2 && random.Next(10) == 0)
        {
            _json.Append(" \n\t\r"[random.Next(4)]);
        }
    }

    private void Text(string text)
    {
        Space();
        _json.Append('"');
        var isDisturbed = Degree > 2 && random.Next(4) == 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var isEscaped = rune.Value is '"' or '\\' or < ' ' || (isDisturbed && random.Next(3) == 0);
            var mark = random.Next(2) == 0 ? Short(rune.Value) : null;
            _json.Append(isEscaped ? mark ?? string.Concat(rune.ToString().Select(half => $"\\u{(int)half:x4}")) : rune.ToString());
        }

        _json.Append('"');
    }

    private static string? Short(int letter) => letter switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '/' => "\\/",
        '\b' => "\\b",
        '\f' => "\\f",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        _ => null,
    };
}
