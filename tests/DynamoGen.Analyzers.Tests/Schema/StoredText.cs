using System.Collections;
using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace DynamoGen.Analyzers.Tests.Schema;

/// <summary>One text for one value, whatever its type is.</summary>
internal static class StoredText
{
    public static string Of(object? value) => value switch
    {
        null => "null",
        string text => text,
        AttributeValue { S: { } text } => text,
        AttributeValue { N: { } number } => number,
        AttributeValue { M: { } map } => Of(map),
        AttributeValue { L: { } list } => Of(list),
        AttributeValue => "NULL",
        IDictionary map => Fields(map.Cast<object>().Select(entry => (Of(Get(entry, "Key")), Get(entry, "Value")))),
        IEnumerable values => $"[{string.Join(", ", values.Cast<object?>().Select(Of))}]",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        bool flag => flag.ToString(),
        _ => Fields(value.GetType().GetProperties().Where(property => !property.GetMethod!.IsStatic)
            .Select(property => (property.Name, property.GetValue(value)))),
    };

    private static object? Get(object entry, string property) => entry.GetType().GetProperty(property)!.GetValue(entry);

    private static string Fields(IEnumerable<(string Name, object? Value)> fields) =>
        "{" + string.Join(", ", fields.OrderBy(field => field.Name, StringComparer.Ordinal).Select(field => $"{field.Name}: {Of(field.Value)}")) + "}";
}
