using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Expressions;
using DynamoGen.Declarations.Keys;
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
            || !clauses.Touched.TryGetValue(part.Text, out var touched)
            || touched is { Value: not null } or { IsRemoved: true }
            || !IsNumber(part))
        {
            return false;
        }

        var (from, to) = (ItemPath.Of(Member(part)!.Attribute), ItemPath.Of(attribute.Attribute));
        clauses.Sets.AddRange(clauses.Sets.Where(action => action.Path == from).Select(action => action with { Path = to }).ToArray());
        clauses.Adds.AddRange(clauses.Adds.Where(action => action.Path == from).Select(action => action with { Path = to }).ToArray());
        return true;
    }

    /// <summary>How a number whose new value only the server knows can be part of an index key, as a sentence's end; nothing for what is no number.</summary>
    public string Cure(KeyModel key, KeyPart part) => !IsNumber(part) ? string.Empty
        : $", under a [Condition] on the one that was read (SET {part.Text} = {{new}}, {part.Text} = {{read}}), "
            + $"or let an attribute of the index be of type Number and \"{{{part.Text}}}\" alone ({(key.SortAttributes.Any(attribute => attribute.Parts.Contains(part)) ? "SortKeyType" : "PartitionKeyType")} = "
            + "KeyAttributeType.Number), which follows by itself";

    /// <summary>Whether a property is stored as the number that a key has of it.</summary>
    private bool IsNumber(KeyPart part) => Member(part)?.Value.WithoutNull
        is ScalarValue { IsNumber: true } or ConvertedValue { Conversion: WrapperConversion, Stored: ScalarValue { IsNumber: true } };

    private MemberModel? Member(KeyPart part) => model.Shape.Members.FirstOrDefault(member => !member.IsCatchAll && member.Property == part.Text);
}
