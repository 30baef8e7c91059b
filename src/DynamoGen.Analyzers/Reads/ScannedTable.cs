using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Reads;

/// <summary>Names the table and the index of a Scan as far as the call shows it.</summary>
internal static class ScannedTable
{
    /// <summary>The table or the index in words.</summary>
    public static string Describe(StartedScan scan, SdkSymbols sdk)
    {
        var table = scan.Entity is { } entity ? $"the table of '{entity.Name}'" : NameOf(scan, sdk) is { } name ? $"'{name}'" : "the table";
        return !IsOfIndex(scan, sdk) ? table : IndexOf(scan, sdk) is { } index ? $"index '{index}' of {table}" : $"an index of {table}";
    }

    /// <summary>Whether the Scan reads an index, which may hold few of the table's items.</summary>
    public static bool IsOfIndex(StartedScan scan, SdkSymbols sdk) => RequestsOf(scan, sdk).Any(request => request.Sets("IndexName"));

    /// <summary>The name of the table, or null if the call does not show it.</summary>
    public static string? NameOf(StartedScan scan, SdkSymbols sdk) =>
        scan.Entity is { } entity ? MappedClass.TableOf(entity, sdk)
        : scan.Call.Arguments.Select(argument => NameIn(scan, argument, sdk)).FirstOrDefault(name => name is not null);

    private static string? IndexOf(StartedScan scan, SdkSymbols sdk) =>
        RequestsOf(scan, sdk).Select(request => request.CertainValueOf("IndexName")).OfType<IOperation>().Select(ConstantText.Of).FirstOrDefault();

    private static IEnumerable<VisibleObject> RequestsOf(StartedScan scan, SdkSymbols sdk) =>
        scan.Call.Arguments.Select(argument => scan.Visible(argument.Value, sdk)).OfType<VisibleObject>();

    private static string? NameIn(StartedScan scan, IArgumentOperation argument, SdkSymbols sdk) =>
        argument.Parameter?.Name == "tableName" ? ConstantText.Of(argument.Value)
        : scan.Visible(argument.Value, sdk)?.CertainValueOf("TableName") is { } name ? ConstantText.Of(name)
        : null;
}
