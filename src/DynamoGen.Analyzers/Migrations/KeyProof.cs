using System.Collections.Immutable;
using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Keys;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Migrations;

/// <summary>
/// Proves that the primary keys of new items follow from those of the old ones, and that no two of these become one; or says what stands in the way.
/// </summary>
internal sealed class KeyProof(EntityModel source, EntityModel target, KeyOrigins origins, Action<DiagnosticDescriptor, IOperation?, string> report)
{
    private readonly IReadOnlyList<KeyPart> _known = [.. source.Keys[0].Parts.Where(part => part.IsPlaceholder)];

    /// <summary>Judges one of the items that the function returns.</summary>
    public void Check(BuiltItem item)
    {
        var told = new HashSet<string>();
        var blurred = new HashSet<string>();
        var isSound = true;
        foreach (var part in target.Keys[0].Parts.Where(part => part.IsPlaceholder))
        {
            foreach (var property in part.StoredProperties)
            {
                var value = item.ValueOf(property);
                var origin = value is null ? KeyOrigin.Constant : origins.Of(value);
                isSound &= Follows(part, property, value, origin);
                if (origin.Same is { } same && part.ComputedFrom.Count == 0 && _known.Any(known => known.Text == same && Keeps(part, known)))
                {
                    told.Add(same);
                }

                blurred.UnionWith(origin.Properties);
            }
        }

        // What is no function of the old key has been told of, and makes it idle to ask what it keeps apart.
        if (isSound)
        {
            CheckApart(told, blurred);
        }
    }

    /// <summary>Whether a part of the new key is the same as long as the old key is.</summary>
    private bool Follows(KeyPart part, string property, IOperation? value, KeyOrigin origin)
    {
        var place = $"'{property}' in the key of '{target.Name}'";
        if (origin.Impurity is { } impurity)
        {
            report(MigrationDescriptors.KeyDoesNotFollow, value, $"{place} comes from {impurity}: every write of an old item would make another new one");
        }
        else if (origin.TakesWhole)
        {
            report(MigrationDescriptors.KeyUnproven, value,
                $"{place} comes from code that takes the whole of '{source.Name}', so that it cannot be told whether it follows from the old key; "
                    + "take the properties of the old key");
        }
        else if (origin.Properties.FirstOrDefault(name => !IsKnown(name, part, origin)) is { } foreign)
        {
            report(MigrationDescriptors.KeyDoesNotFollow, value, _known.Any(known => known.Text == foreign)
                ? $"{place} takes all of '{foreign}', of which the key of '{source.Name}' has a part: "
                    + "a write that changes the rest would leave the former new item behind"
                : $"{place} takes '{foreign}', which is not in the key of '{source.Name}': a write that changes it would leave the former new item behind");
        }
        else
        {
            return true;
        }

        return false;
    }

    /// <summary>Whether the old key says what a part of the new one takes of a property.</summary>
    private bool IsKnown(string property, KeyPart part, KeyOrigin origin) =>
        _known.Any(known => known.Text == property && (IsWhole(known) || (origin.Same == property && IsAlike(part, known))));

    /// <summary>Whether a part of the new key tells the values apart that a part of the old one does.</summary>
    private static bool Keeps(KeyPart part, KeyPart known) => IsWhole(part) || IsAlike(part, known);

    private static bool IsAlike(KeyPart part, KeyPart known) => (part.Format, part.Style, part.Case) == (known.Format, known.Style, known.Case);

    /// <summary>Whether a part holds the whole of its property's value: a date has its day, and a time all that it can be told by.</summary>
    private static bool IsWhole(KeyPart part) => part switch
    {
        { IsRounded: true } or { Kind: KeyPartKind.Text, Case: not KeyPartCase.Unchanged } => false,
        { Format: null } => true,
        { Kind: KeyPartKind.Date, Format: var format } => SortableFormat.UpToDay(format!) is not null,
        { Format: var format } => SortableFormat.IsExact(format!),
    };

    /// <summary>Whether old items with different keys become items with different keys.</summary>
    private void CheckApart(HashSet<string> told, HashSet<string> blurred)
    {
        var missing = _known.Where(known => !told.Contains(known.Text) && !IsMadeOf(known, told)).Select(known => known.Text).Distinct().ToImmutableArray();
        if (missing.FirstOrDefault(name => !blurred.Contains(name)) is { } lost)
        {
            report(MigrationDescriptors.KeyDoesNotFollow, null,
                $"The key of '{target.Name}' does not take '{lost}': items of '{source.Name}' that differ in it alone would become one item");
        }
        else if (missing.FirstOrDefault() is { } unclear)
        {
            report(MigrationDescriptors.KeyUnproven, null,
                $"The key of '{target.Name}' takes '{unclear}' in a form in which it cannot be told whether items of '{source.Name}' "
                    + "that differ in it alone stay apart");
        }
    }

    /// <summary>Whether a part of the old key is computed from what is told apart.</summary>
    private static bool IsMadeOf(KeyPart known, HashSet<string> told) => known.ComputedFrom.Count > 0 && known.ComputedFrom.All(told.Contains);
}
