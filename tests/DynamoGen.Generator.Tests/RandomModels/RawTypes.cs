using Amazon.DynamoDBv2.Model;

namespace DynamoGen.Generator.Tests.RandomModels;

/// <summary>An attribute value as it is.</summary>
internal sealed class RawType() : StoredType("Amazon.DynamoDBv2.Model.AttributeValue")
{
    public override bool CanOmitDefault => false;

    public override object Draw(Type type, RandomValues values) => values.AttributeValue();

    public override AttributeValue Expect(object? value) => (AttributeValue)value!;
}

/// <summary>The attributes that no property knows of; each is stored beside the properties'.</summary>
internal sealed class CatchAllType() : StoredType("Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>?", "[UnknownAttributes]")
{
    public override bool CanOmitDefault => false;

    public override object? Draw(Type type, RandomValues values) => values.Chance(4)
        ? null
        : Enumerable.Range(0, values.Next(4)).ToDictionary(number => $"\u00fc{number}\"", _ => values.AttributeValue());

    public override AttributeValue Expect(object? value) => new() { M = (Dictionary<string, AttributeValue>?)value ?? [] };
}

/// <summary>A type that a converter stores as a text.</summary>
internal sealed class ConvertedType(string name, string property, StoredType drawn, Func<object, string> text) : StoredType(name)
{
    public override bool IsQuoted => true;

    public override object Draw(Type type, RandomValues values) =>
        Activator.CreateInstance(type, drawn.Draw(type.GetProperty(property)!.PropertyType, values))!;

    public override AttributeValue Expect(object? value) => new() { S = text(value!.GetType().GetProperty(property)!.GetValue(value)!) };
}
