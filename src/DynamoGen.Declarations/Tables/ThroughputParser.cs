using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Tables;

/// <summary>Reads the throughput that a table or a global index declares.</summary>
internal static class ThroughputParser
{
    private const int LeastTarget = 20;
    private const int MostTarget = 90;

    private static readonly string[] Capacities = ["ReadCapacityUnits", "WriteCapacityUnits"];

    private static readonly string[] Numbers = [.. Capacities, "MaxReadUnits", "MaxWriteUnits", "WarmReadUnits", "WarmWriteUnits"];

    /// <summary>The table's throughput; with problems where it contradicts itself.</summary>
    public static ThroughputModel OfTable(INamedTypeSymbol table, AttributeData attribute, bool isProvisioned, DeclarationProblems problems)
    {
        var throughput = Read(attribute);
        if (isProvisioned && (throughput.ReadCapacityUnits == 0 || throughput.WriteCapacityUnits == 0))
        {
            Report("a provisioned table has ReadCapacityUnits and WriteCapacityUnits of 1 at least");
        }

        if (attribute.IsSet("TargetUtilization") && (throughput.TargetUtilization is < LeastTarget or > MostTarget || !isProvisioned || !IsScaled(throughput)))
        {
            Report($"a TargetUtilization is {LeastTarget} to {MostTarget}, and of a provisioned table that has MaxReadUnits or MaxWriteUnits to be scaled to");
        }

        if (Problem(attribute, throughput, isProvisioned) is { } problem)
        {
            Report(problem);
        }

        return throughput;

        void Report(string reason) => problems.Add(DeclarationRule.TableOrIndex, attribute.Place(0), table.Name, reason);
    }

    /// <summary>The index's own throughput; null where it says none, and has that of the table.</summary>
    public static ThroughputModel? OfIndex(
        INamedTypeSymbol table, AttributeData attribute, bool isProvisioned, ThroughputModel ofTable, DeclarationProblems problems)
    {
        if (!Numbers.Any(attribute.IsSet))
        {
            return null;
        }

        var own = Read(attribute);
        var throughput = own with
        {
            ReadCapacityUnits = own.ReadCapacityUnits > 0 ? own.ReadCapacityUnits : ofTable.ReadCapacityUnits,
            WriteCapacityUnits = own.WriteCapacityUnits > 0 ? own.WriteCapacityUnits : ofTable.WriteCapacityUnits,
            MaxReadUnits = own.MaxReadUnits > 0 ? own.MaxReadUnits : ofTable.MaxReadUnits,
            MaxWriteUnits = own.MaxWriteUnits > 0 ? own.MaxWriteUnits : ofTable.MaxWriteUnits,
            TargetUtilization = ofTable.TargetUtilization,
        };
        if (Problem(attribute, throughput, isProvisioned) is { } problem)
        {
            problems.Add(DeclarationRule.TableOrIndex, attribute.Place(0), table.Name, $"of the index '{attribute.Text(0)}', {problem}");
        }

        return throughput;
    }

    private static string? Problem(AttributeData attribute, ThroughputModel throughput, bool isProvisioned) =>
        Numbers.FirstOrDefault(name => attribute.Named(name, 0L) < 0) is { } negative ? $"{negative} is below zero"
            : !isProvisioned && Capacities.FirstOrDefault(attribute.IsSet) is { } unused
                ? $"{unused} has no effect, because capacity is on demand; bound it by MaxReadUnits and MaxWriteUnits, or set Billing to Provisioned"
            : isProvisioned && IsBelow(throughput.MaxReadUnits, throughput.ReadCapacityUnits) ? "MaxReadUnits is below ReadCapacityUnits"
            : isProvisioned && IsBelow(throughput.MaxWriteUnits, throughput.WriteCapacityUnits) ? "MaxWriteUnits is below WriteCapacityUnits"
            : null;

    private static bool IsBelow(long most, long least) => most > 0 && most < least;

    private static bool IsScaled(ThroughputModel throughput) => throughput.MaxReadUnits > 0 || throughput.MaxWriteUnits > 0;

    private static ThroughputModel Read(AttributeData attribute) =>
        new(attribute.Named("ReadCapacityUnits", 0L), attribute.Named("WriteCapacityUnits", 0L))
        {
            MaxReadUnits = attribute.Named("MaxReadUnits", 0L),
            MaxWriteUnits = attribute.Named("MaxWriteUnits", 0L),
            WarmReadUnits = attribute.Named("WarmReadUnits", 0L),
            WarmWriteUnits = attribute.Named("WarmWriteUnits", 0L),
            TargetUtilization = attribute.Named("TargetUtilization", ThroughputModel.DefaultTarget),
        };
}
