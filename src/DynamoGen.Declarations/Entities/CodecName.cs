using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;

namespace DynamoGen.Declarations.Entities;

/// <summary>What the names of the generated types begin with that write and read a value.</summary>
/// <param name="Signature">Tells the value from others.</param>
/// <param name="Name">A name that no other value of the entity has.</param>
internal sealed record CodecName(string Signature, string Name)
{
    /// <summary>
    /// The names of all values of an entity that generated types write and read: enums, nested objects, and what is stored by way of a wrapper.
    /// </summary>
    public static EquatableArray<CodecName> Of(ObjectValue shape, WrittenVersion? written, IEnumerable<KeyPart> keys)
    {
        var free = new FreeNames([]);
        var names = new Dictionary<string, CodecName>();
        foreach (var value in keys.Select(part => part.Enum).OfType<ValueModel>().Concat(StoredValues.Of(shape, written)))
        {
            if (SignatureOf(value) is { } signature && !names.ContainsKey(signature))
            {
                names.Add(signature, new CodecName(signature, free.Take(ShortName(value))));
            }
        }

        return new EquatableArray<CodecName>(names.Values);
    }

    /// <summary>The signature of a value that has a name, or null for all others. An enum has one, whether its names or its numbers are stored.</summary>
    public static string? SignatureOf(ValueModel value) => value switch
    {
        EnumValue { IsFlags: false } => value.TypeName,
        ObjectValue or UnionValue => value.Signature,
        ConvertedValue { Conversion: WrapperConversion } => value.Signature,
        _ => null,
    };

    private static string ShortName(ValueModel value) => value switch
    {
        EnumValue type => type.Name,
        ObjectValue type => type.Name,
        UnionValue union => union.Name,
        ConvertedValue converted => converted.Name,
        _ => throw new ArgumentException("The value has no name of its own.", nameof(value)),
    };
}
