using DynamoGen.Declarations.Lifecycle;
using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Tables;
using DynamoGen.Declarations.Values;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Entities;

/// <summary>Gives the values of which regions have parts the regions of the entity's table, and says where they cannot hold.</summary>
internal static class RegionalParser
{
    private static readonly RegionalKind[] Kinds = [RegionalKind.Counter, RegionalKind.Set, RegionalKind.Register];

    /// <summary>The entity's members, of which each regional value has its parts.</summary>
    public static ObjectValue Attach(INamedTypeSymbol type, ObjectValue shape, TableModel table, DeclarationProblems problems)
    {
        var members = shape.Members.Select(member => Attach(type, member, table, problems)).ToArray();
        var attached = shape with { Members = new EquatableArray<MemberModel>(members) };
        foreach (var same in members.SelectMany(member => member.Attributes, (member, attribute) => (Member: member, Attribute: attribute))
            .GroupBy(pair => pair.Attribute).Where(same => same.Count() > 1 && same.Any(pair => pair.Member.Value is RegionalValue)))
        {
            problems.Add(DeclarationRule.AttributeConflict, type.Locations.FirstOrDefault(), same.Key,
                string.Join("' and '", same.Select(pair => pair.Member.Property)));
        }

        return attached;
    }

    /// <summary>Reports values whose writes do not say where they were made.</summary>
    public static void ReportWithoutRegion(INamedTypeSymbol type, ObjectValue shape, LifecycleModel lifecycle, DeclarationProblems problems)
    {
        if (lifecycle.UpdatedRegion is null && shape.Regional.FirstOrDefault() is { Value: RegionalValue value } member)
        {
            Refuse(Property(type, member.Property)!, value.Kind, problems,
                "the streams tell the writes of their region by it from those that arrive: give the entity an [UpdatedRegion]");
        }
    }

    private static MemberModel Attach(INamedTypeSymbol type, MemberModel member, TableModel table, DeclarationProblems problems)
    {
        if (Property(type, member.Property) is not { } property)
        {
            return member;
        }

        var value = member.Value as RegionalValue;
        foreach (var other in Kinds.Where(kind => kind != value?.Kind && property.Mark(AttributeOf(kind)) is not null))
        {
            Refuse(property, other, problems, $"it must be a {TypeOf(other)}, which may not be null");
        }

        if (value is null)
        {
            return member;
        }

        if (value.Kind != RegionalKind.Counter && !type.IsRecord)
        {
            Refuse(property, value.Kind, problems, $"'{type.Name}' must be a record, whose copy carries what is written");
            return member;
        }

        if (property.Mark(AttributeOf(value.Kind)) is not { } mark)
        {
            Refuse(property, value.Kind, problems, "it must be marked with it");
            return member;
        }

        var replicas = table.Settings.Replicas.Where(replica => !replica.IsWitness).Select(replica => replica.Region).ToArray();
        var former = mark.Texts(0);
        if (Problem(member, value.Kind, table, replicas, former) is { } problem)
        {
            Refuse(property, value.Kind, problems, problem);
            return member;
        }

        var parts = replicas.Select(region => Part(member, region, isFormer: false)).Concat(former.Select(region => Part(member, region, isFormer: true)));
        return member with { Value = value with { Parts = new EquatableArray<RegionalPart>(parts) } };
    }

    private static string? Problem(MemberModel member, RegionalKind kind, TableModel table, string[] replicas, IReadOnlyList<string> former) =>
        replicas.Length < 2 ? $"'{table.Type.Name}' is in one region alone, where {PlainOf(kind)} loses nothing"
        : table.Stream != StreamView.NewAndOldImages
            ? $"what another region's write overwrites is seen in both images alone: give '{table.Type.Name}' Stream = StreamView.NewAndOldImages"
        : former.FirstOrDefault(region => string.IsNullOrWhiteSpace(region) || replicas.Contains(region)) is { } region
            ? $"'{region}' is no former region of the table"
        : former.Distinct().Count() != former.Count ? "it names a former region twice"
        : replicas.Concat(former).Select(part => NamingRules.ProblemOfAttribute(RegionalValue.Prefix(member.Attribute) + part))
            .OfType<string>().FirstOrDefault() is { } misnamed ? $"its attribute {misnamed}"
        : null;

    private static RegionalPart Part(MemberModel member, string region, bool isFormer) =>
        new(region, RegionalValue.Prefix(member.Attribute) + region, isFormer);

    private static string AttributeOf(RegionalKind kind) => kind switch
    {
        RegionalKind.Counter => DeclarationAttributes.RegionalCounter,
        RegionalKind.Set => DeclarationAttributes.RegionalSet,
        _ => DeclarationAttributes.RegionalRegister,
    };

    private static string TypeOf(RegionalKind kind) => kind switch
    {
        RegionalKind.Counter => "RegionalCount",
        RegionalKind.Set => "RegionalSet<T>",
        _ => "RegionalRegister<T>",
    };

    /// <summary>What does the same in one region.</summary>
    private static string PlainOf(RegionalKind kind) => kind switch
    {
        RegionalKind.Counter => "a long to which an update adds",
        RegionalKind.Set => "a set to which an update adds",
        _ => "a property that an update sets",
    };

    private static void Refuse(IPropertySymbol property, RegionalKind kind, DeclarationProblems problems, string reason) => problems.Add(
        DeclarationRule.StorageForm, property.Locations.FirstOrDefault(location => location.IsInSource),
        property.Type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat), RegionalValue.MarkOf(kind), reason);

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
