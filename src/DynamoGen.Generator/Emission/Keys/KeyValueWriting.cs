using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Tables;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Keys;

/// <summary>Writes the statements that write the content of key attributes: text is built from parts in the local <c>key</c>, a number and bytes are one value.</summary>
internal sealed class KeyValueWriting(SourceWriter writer)
{
    private bool _isDeclared;

    /// <summary>What stands before the content of an attribute, from the quote that ends its name.</summary>
    public static string Opening(KeyAttributeModel attribute) => $"\":{{\"{attribute.Descriptor}\":\"";

    /// <param name="attribute">The attribute.</param>
    /// <param name="isPartition">Whether it is a partition key.</param>
    /// <param name="parts">Its parts, as far as they are given.</param>
    /// <param name="value">The C# expression of a part's value.</param>
    /// <param name="more">Writes what follows the parts, in text.</param>
    public void Emit(KeyAttributeModel attribute, bool isPartition, IEnumerable<BoundPart> parts, Func<BoundPart, string> value, Action? more = null)
    {
        if (attribute.Type != KeyAttributeType.String)
        {
            var single = parts.Single();
            writer.Line(KeyPartEmitter.Content(single.Part, value(single)));
            return;
        }

        writer.Line($"{(_isDeclared ? string.Empty : "var ")}key = writer.{(isPartition ? "BeginPartitionKey" : "BeginSortKey")}();");
        _isDeclared = true;
        foreach (var bound in parts)
        {
            writer.Line(KeyPartEmitter.Build(bound.Part, value(bound)));
        }

        more?.Invoke();
        writer.Line("writer.EndKey(key);");
    }
}
