using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Patterns;

namespace DynamoGen.Analyzers.KeyDesign;

/// <summary>
/// The keys that items of an entity can have, or that a query can ask for: the texts of each attribute, those of the partition key first. What is not
/// asked for is left out.
/// </summary>
internal sealed class KeyTexts(IReadOnlyList<AttributeTexts> attributes)
{
    public IReadOnlyList<AttributeTexts> Attributes => attributes;

    public static KeyTexts Of(KeyModel key) => new([.. key.Attributes.Select(AttributeTexts.Of)]);

    /// <summary>The keys that a query takes in, for some values of its parameters.</summary>
    public static KeyTexts Of(KeyConditionModel condition)
    {
        var key = condition.Key;
        var attributes = new List<AttributeTexts>();
        var bound = new Queue<(KeyPart, object?)>(condition.Partition.Select(part => (part.Part, (object?)part.Value)));
        foreach (var attribute in key.PartitionAttributes)
        {
            attributes.Add(AttributeTexts.Of(Take(attribute), attribute.Type, isWhole: true));
        }

        if (condition.SortKind == SortConditionKind.None)
        {
            return new(attributes);
        }

        bound = new(condition.SortPrefix.Select(part => (part.Part, (object?)part.Value)));
        foreach (var attribute in key.SortAttributes)
        {
            var parts = Take(attribute);
            if (parts.Length == attribute.Parts.Count)
            {
                attributes.Add(AttributeTexts.Of(parts, attribute.Type, isWhole: true));
                continue;
            }

            var texts = AttributeTexts.Of(parts, attribute.Type, isWhole: false);
            AddRange(texts.Texts, attribute, condition.Range);
            attributes.Add(texts);
            break;
        }

        return new(attributes);

        (KeyPart, object?)[] Take(KeyAttributeModel attribute) =>
            [.. Enumerable.Range(0, Math.Min(bound.Count, attribute.Parts.Count)).Select(_ => bound.Dequeue())];
    }

    /// <summary>A bound that is not always given leaves that side of the range open; numbers and bytes of all types can lie within any bounds.</summary>
    private static void AddRange(TextAutomaton texts, KeyAttributeModel attribute, RangeModel? range)
    {
        if (range is null or { IsBeginning: true } || attribute.Type != DynamoGen.Declarations.Tables.KeyAttributeType.String)
        {
            texts.Anything();
            return;
        }

        texts.Range(Given(range.Lower), Given(range.Upper));
    }

    /// <summary>What a bound always gives.</summary>
    private static KeyPart? Given(BoundModel? bound) => bound?.Steps[0].Part is { IsNullable: false } part ? part : null;
}
