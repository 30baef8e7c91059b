using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Reads;

/// <summary>DG3005 for the lists of tables, backups and such of an account, of which one request gives a page.</summary>
internal sealed class ListedPage(SdkSymbols sdk)
{
    /// <summary>The operations, what they list, and the property that tells of another page.</summary>
    private static readonly (string Operation, string Content, string Next)[] Lists =
    [
        ("ListTables", "the tables' names, at most 100,", "LastEvaluatedTableName"),
        ("ListBackups", "the list of backups", "LastEvaluatedBackupArn"),
        ("ListGlobalTables", "the list of global tables", "LastEvaluatedGlobalTableName"),
        ("ListExports", "the list of exports", "NextToken"),
        ("ListImports", "the list of imports", "NextToken"),
    ];

    /// <summary>The parameters that ask for no certain page.</summary>
    private static readonly string[] Plain = ["request", "cancellationToken"];

    /// <summary>The properties by which a request asks for a certain page.</summary>
    private static readonly string[] Paging =
        ["Limit", "MaxResults", "PageSize", "NextToken", "ExclusiveStartTableName", "ExclusiveStartBackupArn", "ExclusiveStartGlobalTableName"];

    private readonly ClientMethods _methods = new(sdk, [.. Lists.SelectMany(list => new[] { list.Operation, $"{list.Operation}Async" })]);

    public Diagnostic? FaultOf(IInvocationOperation call)
    {
        if (!_methods.Contains(call.TargetMethod))
        {
            return null;
        }

        var (operation, content, next) = Lists.First(list => call.TargetMethod.Name.StartsWith(list.Operation, StringComparison.Ordinal));
        return call.Arguments.Where(argument => argument.ArgumentKind == ArgumentKind.Explicit).All(IsPlain)
            && ResponseUse.Of(call) is { IsVisible: true } response
            && !response.HasRead(next)
            && response.Reads.Any(read => IsList(read.Property) && !FirstItem.IsFirst(read) && !IsWritten(read))
            ? IgnoredPage.Tell(CalledName.LocationOf(call.Syntax), content, $"go on while {next} is there{Paginator(operation)}")
            : null;
    }

    private bool IsPlain(IArgumentOperation argument) =>
        argument.Parameter?.Name is { } name
        && Plain.Contains(name)
        && (name != "request" || (VisibleObject.From(argument.Value, sdk) is { IsWhole: true } request && !Paging.Any(request.Sets)));

    private static bool IsList(IPropertySymbol property) => property.Type is INamedTypeSymbol { Name: "List" };

    private static bool IsWritten(IPropertyReferenceOperation read) => read.Parent is IAssignmentOperation assignment && assignment.Target == read;

    /// <summary>What reads all pages by itself, where the client has it.</summary>
    private string Paginator(string operation) =>
        sdk.Paginators?.GetMembers(operation).IsEmpty == false ? $", or read client.Paginators.{operation}" : string.Empty;
}
