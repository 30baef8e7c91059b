using DynamoGen.Analyzers.Design;
using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Reads;
using DynamoGen.Declarations.Repositories;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Writes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DynamoGen.Analyzers.Regions;

/// <summary>DG8004, DG8005, DG8007, DG8009 and DG8010: access patterns that the regions of their table cannot hold.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RegionPatternAnalyzer : DynamoAnalyzer
{
    /// <summary>Creates the analyzer.</summary>
    public RegionPatternAnalyzer()
        : base(
            RegionDescriptors.RegionalCreate,
            RegionDescriptors.RegionalTransaction,
            RegionDescriptors.RefusedTransaction,
            RegionDescriptors.RegionalCount,
            RegionDescriptors.RegionalRead)
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
        // The access patterns of an event store are its own; its entity is judged in their place.
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.Attribute(DeclarationAttributes.Repository)?.AttributeClass?.TypeArguments.FirstOrDefault() is not INamedTypeSymbol entityType
            || EventEntities.IsOfStore(entityType)
            || RegionalTable.Of(entityType) is not { } table
            || RepositoryParser.Parse(type, new DeclarationProblems()) is not { } repository
            || EntityParser.Parse(entityType, new DeclarationProblems()) is not { } entity)
        {
            return;
        }

        var counters = new LocalCounters(entity);
        foreach (var pattern in repository.Patterns)
        {
            if (PatternPlace.Method(type, pattern) is { } method && method.Locations.FirstOrDefault(location => location.IsInSource) is { } place)
            {
                Report(table.IsStrong ? Refused(pattern, place, table) : null);
                Report(table.IsWrittenAnywhere ? Judged(pattern, place, entity, table) : null);
                Report(table.IsWrittenAnywhere ? Read(pattern, method, table) : null);
                Report(table.IsWrittenAnywhere && counters.AddedToBy(pattern) is { } property ? Counted(pattern, place, property, table) : null);
            }
        }

        void Report(Diagnostic? diagnostic)
        {
            if (diagnostic is not null)
            {
                context.ReportDiagnostic(diagnostic);
            }
        }
    }

    private static Diagnostic? Refused(PatternModel pattern, Location place, RegionalTable table)
    {
        var remedy = pattern switch
        {
            WritePattern { Result: WriteResult.Action } => "write the item by itself, under a [Condition]",
            GetPattern { IsAction: true } => "get the item by itself, with [ConsistentRead]",
            WritePattern { IsIdempotent: true } => "leave [Idempotent] out, and let a [Condition] refuse the repetition",
            _ => null,
        };
        return remedy is null ? null : Diagnostic.Create(RegionDescriptors.RefusedTransaction, place, pattern.Name, "sent", table.Model.Name, remedy);
    }

    /// <summary>What is judged by one region's copy.</summary>
    private static Diagnostic? Judged(PatternModel pattern, Location place, EntityModel entity, RegionalTable table) => pattern switch
    {
        WritePattern { Result: WriteResult.Action } => table.Report(
            RegionDescriptors.RegionalTransaction, place, pattern.Name,
            "is a transaction in one region: others get its items one by one, and may overwrite some of them", table.Model.Name, table.First),
        GetPattern { IsAction: true } => table.Report(
            RegionDescriptors.RegionalTransaction, place, pattern.Name,
            "reads one region's copy, to which items of other regions' transactions come one by one", table.Model.Name, table.First),
        WritePattern write when ContestedCreation.Is(write, entity) =>
            table.Report(RegionDescriptors.RegionalCreate, place, pattern.Name, table.Model.Name, table.First),
        _ => null,
    };

    private static Diagnostic? Counted(PatternModel pattern, Location place, string property, RegionalTable table) =>
        table.Report(RegionDescriptors.RegionalCount, place, pattern.Name, property, table.Model.Name, table.First);

    private static Diagnostic? Read(PatternModel pattern, IMethodSymbol method, RegionalTable table) =>
        pattern is not GetPattern { IsAction: true } && method.Attribute(DeclarationAttributes.ConsistentRead)?.Place() is { } place
            ? Diagnostic.Create(RegionDescriptors.RegionalRead, place, pattern.Name, table.Model.Name)
            : null;
}
