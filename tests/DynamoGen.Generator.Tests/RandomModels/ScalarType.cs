using Amazon.DynamoDBv2.Model;

namespace DynamoGen.Generator.Tests.RandomModels;

/// <summary>A type that is stored as one text, number, Boolean or bytes.</summary>
internal sealed class ScalarType(string name, Func<RandomValues, object> draw, Func<object, AttributeValue> expect, string form = "") : StoredType(name, form)
{
    public override bool IsQuoted => Name != "bool";

    public override object Draw(Type type, RandomValues values) => draw(values);

    public override AttributeValue Expect(object? value) => expect(value!);

    public override bool? IsDefault(object? value) => value switch
    {
        string text => text.Length == 0,
        byte[] bytes => bytes.Length == 0,
        _ => base.IsDefault(value),
    };
}
