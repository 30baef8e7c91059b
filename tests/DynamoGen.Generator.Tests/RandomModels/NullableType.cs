using Amazon.DynamoDBv2.Model;

namespace DynamoGen.Generator.Tests.RandomModels;

/// <summary>A type that may be null: left out as a property, NULL as an element.</summary>
internal sealed class NullableType(StoredType inner) : StoredType(inner.Name + "?", inner.Form)
{
    /// <summary>The type without <c>?</c>.</summary>
    public StoredType Inner => inner;

    public override bool IsNullable => true;

    public override bool CanOmitDefault => false;

    public override object? Draw(Type type, RandomValues values) =>
        values.IsDeep || values.Chance(4) ? null : inner.Draw(Nullable.GetUnderlyingType(type) ?? type, values);

    public override AttributeValue Expect(object? value) => value is null ? new AttributeValue { NULL = true } : inner.Expect(value);

    public override bool IsLeftOut(object? value) => value is null || inner.IsLeftOut(value);
}
