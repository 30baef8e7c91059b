using DynamoGen.Declarations.Keys;

namespace DynamoGen.Generator.Emission.Keys;

/// <summary>The arguments of the method that writes a key attribute.</summary>
internal static class KeyArguments
{
    /// <summary>A C# expression for each part that is no literal.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="value">The expression of a part's value.</param>
    /// <param name="shard">The expression of the shard, asked for where the attribute has one.</param>
    public static IEnumerable<string> Of(KeyAttributeModel attribute, Func<KeyPart, string> value, Func<string> shard) =>
        attribute.Parts.Where(part => part.Kind != KeyPartKind.Literal).Select(part => part.Kind == KeyPartKind.Shard ? shard() : value(part));
}
