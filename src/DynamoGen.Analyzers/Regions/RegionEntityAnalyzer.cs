using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Uniqueness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DynamoGen.Analyzers.Regions;

/// <summary>DG8001, DG8002, DG8003, DG8006 and DG8007: what an entity declares that its table's regions cannot hold.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RegionEntityAnalyzer : DynamoAnalyzer
{
    /// <summary>Creates the analyzer.</summary>
    public RegionEntityAnalyzer()
        : base(
            RegionDescriptors.HomeRegion,
            RegionDescriptors.RegionalLock,
            RegionDescriptors.RegionalUniqueness,
            RegionDescriptors.RegionalEvents,
            RegionDescriptors.RefusedTransaction)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo)
    {
        if (dynamo.Declarations is not null)
        {
            context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
        }
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!type.Has(DeclarationAttributes.Entity)
            || RegionalTable.Of(type) is not { } table
            || EntityParser.Parse(type, new DeclarationProblems()) is not { } entity)
        {
            return;
        }

        var home = table.Model.Settings.Writes.Property;
        IEnumerable<Diagnostic> found = home is not null && HomeRegion.Check(type, entity, table.Model, home) is { } unknown ? [unknown]
            : table.IsStrong ? Refused(type, entity, table)
            : table.IsWrittenAnywhere ? [.. Lost(type, entity, table), .. UniqueValues(type, entity, table, home: null)]
            : home is not null ? UniqueValues(type, entity, table, home)
            : [];
        foreach (var diagnostic in found)
        {
            context.ReportDiagnostic(diagnostic);
        }
    }

    private static IEnumerable<Diagnostic> Lost(INamedTypeSymbol type, EntityModel entity, RegionalTable table)
    {
        if (entity.Lifecycle.Lock is { } counted)
        {
            yield return table.Report(
                RegionDescriptors.RegionalLock, PropertyPlace.Of(type, counted.Property), $"{type.Name}.{counted.Property}", table.Model.Name, table.First);
        }

        if (EventEntities.IsEvent(type))
        {
            yield return table.Report(RegionDescriptors.RegionalEvents, Entity(type), table.Model.Name, table.First);
        }
    }

    /// <summary>A value of which the home region is a part is claimed in that region alone.</summary>
    private static IEnumerable<Diagnostic> UniqueValues(INamedTypeSymbol type, EntityModel entity, RegionalTable table, string? home)
    {
        var one = $"let one region write '{table.Model.Name}', by [OneRegion(\"{table.First}\")]";
        return from unique in Constraints(type, entity)
               where home is null || !unique.Constraint.Properties.Any(part => part.Text == home)
               select table.Report(
                   RegionDescriptors.RegionalUniqueness, unique.Attribute.Place(), unique.Constraint.Key.Template,
                   home is null ? one : $"make {{{home}}} a part of it, or {one}");
    }

    private static IEnumerable<Diagnostic> Refused(INamedTypeSymbol type, EntityModel entity, RegionalTable table)
    {
        foreach (var (attribute, constraint) in Constraints(type, entity))
        {
            yield return Diagnostic.Create(
                RegionDescriptors.RefusedTransaction, attribute.Place(), constraint.Key.Template, "claimed", table.Model.Name,
                "make it the key of the item, or of another that is created first");
        }

        if (EventEntities.IsEvent(type))
        {
            yield return Diagnostic.Create(
                RegionDescriptors.RefusedTransaction, Entity(type), type.Name, "appended", table.Model.Name,
                "keep events in a table that one region writes, by [OneRegion], and whose Consistency is Eventual");
        }
    }

    private static IEnumerable<(AttributeData Attribute, UniqueModel Constraint)> Constraints(INamedTypeSymbol type, EntityModel entity) =>
        entity.Uniqueness is null
            ? []
            : type.Attributes(DeclarationAttributes.Unique).Join(
                entity.Uniqueness.Constraints,
                attribute => attribute.Text(0),
                constraint => constraint.Key.Template,
                (attribute, constraint) => (attribute, constraint));

    private static Location? Entity(INamedTypeSymbol type) => type.Attribute(DeclarationAttributes.Entity)?.Place();
}
