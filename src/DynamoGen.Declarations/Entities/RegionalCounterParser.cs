using DynamoGen.Declarations.Lifecycle;
using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Tables;
using DynamoGen.Declarations.Values;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Entities;

/// <summary>Gives the counters of an entity the regions of its table, and says where they cannot hold.</summary>
internal static class RegionalCounterParser
{
    /// <summary>The entity's members, of which each counter has its parts.</summary>
    public static ObjectValue Attach(INamedTypeSymbol type, ObjectValue shape, TableModel table, DeclarationProblems problems)
    {
        var members = shape.Members.Select(member => Attach(type, member, table, problems)).ToArray();
        var attached = shape with { Members = new EquatableArray<MemberModel>(members) };
        foreach (var same in members.SelectMany(member => member.Attributes, (member, attribute) => (Member: member, Attribute: attribute))
            .GroupBy(pair => pair.Attribute).Where(same => same.Count() > 1 && same.Any(pair => pair.Member.Value is CounterValue)))
        {
            problems.Add(DeclarationRule.AttributeConflict, type.Locations.FirstOrDefault(), same.Key,
                string.Join("' and '", same.Select(pair => pair.Member.Property)));
        }

        return attached;
    }

    /// <summary>Reports counters whose writes do not say where they were made.</summary>
    public static void ReportWithoutRegion(INamedTypeSymbol type, ObjectValue shape, LifecycleModel lifecycle, DeclarationProblems problems)
    {
        if (lifecycle.UpdatedRegion is null && shape.Counter is { } counter)
        {
            Refuse(Property(type, counter.Property)!, problems,
                "the streams tell the writes of their region by it from those that arrive: give the entity an [UpdatedRegion]");
        }
    }

    private static MemberModel Attach(INamedTypeSymbol type, MemberModel member, TableModel table, DeclarationProblems problems)
    {
        if (Property(type, member.Property) is not { } property)
        {
            return member;
        }

        var mark = property.Mark(DeclarationAttributes.RegionalCounter);
        if (member.Value is not CounterValue || mark is null)
        {
            if (member.Value is CounterValue || mark is not null)
            {
                Refuse(property, problems, mark is null ? "it must be marked with it" : "it must be a RegionalCount, which may not be null");
            }

            return member;
        }

        var replicas = table.Settings.Replicas.Where(replica => !replica.IsWitness).Select(replica => replica.Region).ToArray();
        var former = mark.Texts(0);
        if (Problem(member, table, replicas, former) is { } problem)
        {
            Refuse(property, problems, problem);
            return member;
        }

        var parts = replicas.Select(region => Part(member, region, isFormer: false)).Concat(former.Select(region => Part(member, region, isFormer: true)));
        return member with { Value = new CounterValue(new EquatableArray<CounterPart>(parts)) };
    }

    private static string? Problem(MemberModel member, TableModel table, string[] replicas, IReadOnlyList<string> former) =>
        replicas.Length < 2 ? $"'{table.Type.Name}' is in one region alone, where a long to which an update adds loses nothing"
        : table.Stream != StreamView.NewAndOldImages
            ? $"what another region's write overwrites is seen in both images alone: give '{table.Type.Name}' Stream = StreamView.NewAndOldImages"
        : former.FirstOrDefault(region => string.IsNullOrWhiteSpace(region) || replicas.Contains(region)) is { } region
            ? $"'{region}' is no former region of the table"
        : former.Distinct().Count() != former.Count ? "it names a former region twice"
        : replicas.Concat(former).Select(part => NamingRules.ProblemOfAttribute(CounterValue.Prefix(member.Attribute) + part)).OfType<string>().FirstOrDefault()
            is { } misnamed ? $"its attribute {misnamed}"
        : null;

    private static CounterPart Part(MemberModel member, string region, bool isFormer) =>
        new(region, CounterValue.Prefix(member.Attribute) + region, isFormer);

    private static void Refuse(IPropertySymbol property, DeclarationProblems problems, string reason) => problems.Add(
        DeclarationRule.StorageForm, property.Locations.FirstOrDefault(location => location.IsInSource),
        property.Type.ToDisplayString(), "RegionalCounter", reason);

    private static IPropertySymbol? Property(INamedTypeSymbol type, string name)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault() is { } property)
            {
                return property;
            }
        }

        return null;
    }
}
