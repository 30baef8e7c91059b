using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Reads;

/// <summary>
/// Recognises a search of the document or object persistence model with a limit and a filter that is asked for one set of items, and drops the others.
/// </summary>
internal static class DocumentPage
{
    private static readonly string[] Cursors = ["IsDone", "PaginationToken", "NextKey"];

    public static bool IsLimitedBeforeFilter(IInvocationOperation call, SdkSymbols sdk) =>
        call.TargetMethod is { Name: "Query" or "Scan", ContainingType.Name: "ITable" or "Table" }
            or { Name: "FromQueryAsync" or "FromScanAsync", ContainingType.Name: "IDynamoDBContext" or "DynamoDBContext" }
        && sdk.Declares(call.TargetMethod)
        && call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0) is { } argument
        && VisibleObject.From(argument.Value, sdk) is { IsWhole: true } request
        && request.Sets("Limit")
        && !request.Sets("PaginationToken")
        && HasFilter(request)
        && LimitedScan.IsReadOnce(call)
        && !ReadsOn(call);

    /// <summary>The <c>Filter</c> of a Query has the conditions of its key too.</summary>
    private static bool HasFilter(VisibleObject request) =>
        request.Sets("FilterExpression") || (request.Sets("Filter") && request.Creation.Type?.Name == "ScanOperationConfig");

    private static bool ReadsOn(IInvocationOperation call) =>
        ObjectUse.OwnerOf(call) is { } search
        && LocalVariable.UsesOf(search, call).Any(use => use.Parent is IPropertyReferenceOperation read && Cursors.Contains(read.Property.Name));
}
