using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Expressions;
using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;

namespace DynamoGen.Declarations.Writes;

/// <summary>
/// Lets an index key of type Number follow a property whose new value only the server knows, as of <c>ADD</c>: the key is the same number, so that what is done
/// to the property is done to the key too. A key of text cannot follow, for no expression builds text of a number.
/// </summary>
internal sealed class NumberKeyRenewal(EntityModel model, UpdateClauses clauses)
{
    /// <summary>Repeats at a key attribute what the update does to the number that it is; false where it is none, or the call knows its value.</summary>
    public bool TryFollow(KeyAttributeModel attribute)
    {
        var part = attribute.Parts[0];
        if (attribute.Descriptor != "N"
            || clauses.Of(part) is not { Value: null, IsRemoved: false }
            || !IsNumber(part))
        {
            return false;
        }

        var stored = NestedMembers.Stored(model.Shape, part.PathText.Split('.'))!;
        var from = new ItemPath(new EquatableArray<PathStep>(stored.Select(member => new PathStep(member.Attribute))));
        var to = ItemPath.Of(attribute.Attribute);
        clauses.Sets.AddRange(clauses.Sets.Where(action => action.Path == from).Select(action => action with { Path = to }).ToArray());
        clauses.Adds.AddRange(clauses.Adds.Where(action => action.Path == from).Select(action => action with { Path = to }).ToArray());
        return true;
    }

    /// <summary>How a number whose new value only the server knows can be part of an index key, as a sentence's end; nothing for what is no number.</summary>
    public string Cure(KeyModel key, KeyPart part) => !IsNumber(part) ? string.Empty
        : $", under a [Condition] on the one that was read (SET {part.PathText} = {{new}}, {part.PathText} = {{read}}), "
            + $"or let an attribute of the index be of type Number and \"{{{part.PathText}}}\" alone ("
            + $"{(key.SortAttributes.Any(attribute => attribute.Parts.Contains(part)) ? "SortKeyType" : "PartitionKeyType")} = "
            + "KeyAttributeType.Number), which follows by itself";

    /// <summary>Whether a property is stored as the number that a key has of it.</summary>
    private bool IsNumber(KeyPart part) => StoredParts.Member(part, model.Shape)?.Value.WithoutNull
        is ScalarValue { IsNumber: true } or ConvertedValue { Conversion: WrapperConversion, Stored: ScalarValue { IsNumber: true } };
}
