using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Tables;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Regions;

/// <summary>A table that is in several regions, and what its regions agree on.</summary>
/// <param name="Model">The table.</param>
/// <param name="Type">The class that declares it.</param>
internal sealed record RegionalTable(TableModel Model, INamedTypeSymbol Type)
{
    /// <summary>Whether a write is only acknowledged once the regions agree on it.</summary>
    public bool IsStrong => Model.Settings.IsStronglyConsistent;

    /// <summary>Whether each region judges a write by its own copy.</summary>
    public bool IsEventual => !IsStrong;

    /// <summary>Whether several regions write one item by their own copies, so that of two writes the last one wins, and the other is lost.</summary>
    public bool IsWrittenAnywhere => IsEventual && Model.Settings.Writes.Mode == RegionWriteMode.AnyRegion;

    /// <summary>The region that could write alone.</summary>
    public string First => Model.Settings.Replicas.First(replica => !replica.IsWitness).Region;

    /// <summary>The table of an entity; null where it is in one region.</summary>
    public static RegionalTable? Of(INamedTypeSymbol entity) =>
        EntityParser.TableType(entity) is { } type
        && EntityParser.Table(entity, new DeclarationProblems()) is { Settings.Replicas.Count: > 1 } table
            ? new RegionalTable(table, type)
            : null;

    /// <summary>What is lost because several regions write, with the place of the table, where that can be changed.</summary>
    public Diagnostic Report(DiagnosticDescriptor rule, Location? place, params object[] arguments) =>
        Diagnostic.Create(rule, place, Type.Locations.Where(location => location.IsInSource), arguments);
}
