using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Lifecycle;
using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Uniqueness;
using DynamoGen.Declarations.Values;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Entities;

/// <summary>
/// Reports what an entity that is written in the form of an older version needs in the form that it has now: keys, unique values and what writes keep. Builds
/// of both versions must find an item by the same keys.
/// </summary>
internal static class WrittenKeys
{
    public static void Report(
        INamedTypeSymbol type,
        WrittenVersion written,
        IEnumerable<KeyModel> keys,
        LifecycleModel lifecycle,
        UniquenessModel? uniqueness,
        IReadOnlyCollection<string> reserved,
        DeclarationProblems problems)
    {
        var all = keys.SelectMany(key => key.Attributes).Concat(uniqueness?.Constraints.Select(constraint => constraint.Key) ?? []).ToArray();
        foreach (var part in all.SelectMany(key => key.Parts).Where(part => part.IsPlaceholder).GroupBy(part => part.PathText).Select(same => same.First()))
        {
            foreach (var property in PropertiesOf(part).Where(property => written.Of(property) is { Attribute: null }))
            {
                Add(type, written, $"'{part.PathText}' is part of a key or of a unique value, but '{property}' has another form in it", problems);
            }
        }

        foreach (var attribute in all.Where(key => key.IsMember).Select(key => key.Attribute)
            .Where(attribute => written.Members.All(member => member.Attribute != attribute) && !written.Attributes.Contains(attribute)).Distinct())
        {
            Add(type, written, $"'{attribute}' is a key, but does not hold the property in it", problems);
        }

        foreach (var member in lifecycle.Kept.Append(lifecycle.TimeToLive).Concat(lifecycle.Regional).OfType<MemberModel>()
            .Where(member => written.Of(member.Property) is not { Update: WrittenUpdate.Free } own || own.Attribute != member.Attribute))
        {
            Add(type, written, $"each write keeps '{member.Property}', which must be stored under one name and have a part in no downcaster", problems);
        }

        foreach (var attribute in written.Attributes.Concat(written.Members.Select(member => member.Attribute)).Where(reserved.Contains).Distinct())
        {
            Add(type, written, $"'{attribute}' holds a key or a mark, which no downcaster yields", problems);
        }
    }

    private static IEnumerable<string> PropertiesOf(KeyPart part) =>
        part.ComputedFrom.Append(part.Path.Count > 0 ? part.Path[0].Property : part.Text).Distinct();

    private static void Add(INamedTypeSymbol type, WrittenVersion written, string problem, DeclarationProblems problems) =>
        problems.Add(DeclarationRule.VersionGap, type.Attribute(DeclarationAttributes.Entity)!.Place(), type.Name,
            $"it cannot be written as version {written.Version}, because {problem}");
}
