using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Values;

namespace DynamoGen.Declarations.Patches;

/// <summary>Says which properties of an entity no patch can change.</summary>
internal static class PatchLimits
{
    /// <summary>Why a property cannot be changed, as the end of a sentence that begins with it; null where it can.</summary>
    public static string? Obstacle(MemberModel member, EntityModel model)
    {
        var property = member.Property;
        var primary = model.Keys[0].Parts.Where(part => part.IsPlaceholder);
        return member.IsCatchAll ? "holds whatever else is stored"
            : member.Value is RegionalValue ? "has a part of each region, which only an [Update] writes"
            : primary.Any(part => part.Text == property || part.ComputedFrom.Contains(property))
                ? "is part of the primary key, by which the item is found"
            : model.Written?.Of(property) is { } written && (written.Attribute != member.Attribute || written.Update != WrittenUpdate.Free)
                ? $"is written in the form or under the name of version {model.Written.Version}; an [Update] sets it, or Replace the item"
            : model.Lifecycle.Keeps(property)
                ? "is kept by each write itself"
            : model.Uniqueness?.Constraints.Any(unique => unique.Properties.Any(part => part.Text == property || part.ComputedFrom.Contains(property))) == true
                ? "is part of a unique value, which an [Update] changes that knows what it was before"
            : model.Uniqueness is not null && property == model.Lifecycle.TimeToLive?.Property
                ? "is shared with the markers of unique values; Replace the item"
            : model.Keys.Skip(1).SelectMany(key => key.Parts).FirstOrDefault(part => part.IsPlaceholder && part.ComputedFrom.Contains(property)) is { } computed
                ? computed.IsComputed ? $"is what '{computed.Text}' in an index key is computed from; Replace the item"
                    : $"has '{computed.PathText}', which is part of an index key; an [Update] that sets it writes the key too"
            : null;
    }
}
