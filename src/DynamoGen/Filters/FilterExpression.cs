using System.Globalization;
using DynamoGen.Serialization;

namespace DynamoGen.Filters;

/// <summary>A filter as it is sent.</summary>
/// <param name="text">The text, of nothing but keywords and placeholders.</param>
/// <param name="names">The names behind <c>#f0</c>, <c>#f1</c>.</param>
/// <param name="values">The values behind <c>:f0</c>, <c>:f1</c>, as JSON.</param>
/// <param name="attributes">The attributes of the item itself that it looks at.</param>
internal sealed class FilterExpression(string text, string[] names, byte[][] values, IReadOnlySet<string> attributes)
{
    public string Text => text;

    public IReadOnlySet<string> Attributes => attributes;

    public bool HasValues => values.Length > 0;

    public static FilterExpression Of(FilterNode root)
    {
        var printer = new FilterPrinter();
        root.PrintWithin(printer, null);
        return printer.Printed;
    }

    public static string NameName(int number) => string.Create(CultureInfo.InvariantCulture, $"#f{number}");

    public static string ValueName(int number) => string.Create(CultureInfo.InvariantCulture, $":f{number}");

    public void WriteNames(WireWriter writer)
    {
        for (var i = 0; i < names.Length; i++)
        {
            writer.MemberName(NameName(i));
            writer.Raw("\""u8);
            writer.Text(names[i]);
            writer.Raw("\""u8);
        }
    }

    public void WriteValues(WireWriter writer)
    {
        for (var i = 0; i < values.Length; i++)
        {
            writer.MemberName(ValueName(i));
            writer.Raw(values[i]);
        }
    }
}
