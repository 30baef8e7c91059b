using DynamoGen.Analyzers.Expressions;
using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using DynamoGen.Declarations.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Reads;

/// <summary>Reads what a call asks for that starts a search of the document or object persistence model.</summary>
internal sealed class SearchRequest(SdkSymbols sdk, Lazy<MappedTables> tables)
{
    /// <summary>The types of which an argument says what is searched for.</summary>
    private static readonly string[] Requests =
        ["QueryOperationConfig", "ScanOperationConfig", "QueryDocumentOperationRequest", "ScanDocumentOperationRequest"];

    private static readonly string[] Configurations = ["QueryConfig", "ScanConfig", "DynamoDBOperationConfig"];
    private static readonly string[] KeyConditions = ["KeyExpression", "KeyConditionExpression"];

    /// <summary>Whether the call asks for one page or for one item, or may: it has a limit or goes on somewhere, or it gives the whole primary key.</summary>
    public bool IsOfPageOrItem(IInvocationOperation start)
    {
        if (ArgumentOf(start, Requests) is { } argument)
        {
            return VisibleObject.From(argument, sdk) is not { IsWhole: true } request
                || request.Sets("Limit") || request.Sets("PaginationToken")
                || (!request.Sets("IndexName") && (GivesWholeKey(request) || IsQueryOfOneKeyAttribute(start)));
        }

        return !MayBeOfIndex(start) && (IsForEqualRange(start) || IsQueryOfOneKeyAttribute(start));
    }

    /// <summary>Whether the request says what is sent of the items.</summary>
    public bool Selects(IInvocationOperation start) =>
        ArgumentOf(start, Requests) is { } argument && VisibleObject.From(argument, sdk)?.Sets("Select") == true;

    /// <summary>Whether items that are read are left out; the conditions of a <c>QueryFilter</c> may all be of the key.</summary>
    public bool HasFilter(IInvocationOperation start) =>
        start.Arguments.Where(argument => argument.ArgumentKind == ArgumentKind.Explicit).Any(argument => IsFilter(argument.Value.WithoutConversions()));

    private bool IsFilter(IOperation value) =>
        value.ConstantValue is not { HasValue: true, Value: null }
        && value.Type switch
        {
            { Name: "Expression" or "ContextExpression" } type => sdk.Declares(type),
            { Name: "ScanFilter" } => !IsEmptyFilter(value),
            { Name: var name } when Requests.Contains(name) => VisibleObject.From(value, sdk) is { } request
                && (request.Sets("FilterExpression") || (request.Sets("Filter") && name.StartsWith("Scan", StringComparison.Ordinal))),
            { Name: var name } when Configurations.Contains(name) =>
                VisibleObject.From(value, sdk) is { } configuration && (configuration.Sets("QueryFilter") || configuration.Sets("Expression")),
            _ => value.Parent is IArgumentOperation or IConversionOperation && IsListOfConditions(value) && !IsEmptyList(value),
        };

    private static bool IsListOfConditions(IOperation list)
    {
        var value = ObjectUse.OutermostConversion(list);
        return value.Parent is IArgumentOperation { Parameter.Type: INamedTypeSymbol { TypeArguments: { Length: 1 } elements } }
            && elements[0].Name == "ScanCondition";
    }

    private bool IsEmptyList(IOperation list) =>
        list is IInvocationOperation { TargetMethod.Name: "Empty" } or IDefaultValueOperation || VisibleCollection.Of(list, sdk).Count == 0;

    private static bool IsEmptyFilter(IOperation value) =>
        value is IObjectCreationOperation
        || (value is ILocalReferenceOperation { Local: var local }
            && LocalVariable.OnlyValueOf(local, value) is IObjectCreationOperation
            && LocalVariable.UsesOf(local, value).All(use => use == value));

    /// <summary>Whether the index is not visible, or there is one.</summary>
    private bool MayBeOfIndex(IInvocationOperation start) =>
        ArgumentOf(start, Configurations) is { } configuration
        && VisibleObject.From(configuration, sdk) is { } visible
        && visible.Sets("IndexName");

    /// <summary><c>QueryAsync&lt;T&gt;(hash, QueryOperator.Equal, range)</c>.</summary>
    private static bool IsForEqualRange(IInvocationOperation start) =>
        start.Arguments.Any(argument => argument.Value.WithoutConversions() is IFieldReferenceOperation
        {
            Field: { Name: "Equal", ContainingType.Name: "QueryOperator" },
        });

    /// <summary>Whether a class says that the table has no sort key.</summary>
    private bool IsQueryOfOneKeyAttribute(IInvocationOperation start) =>
        start.TargetMethod.Name.Contains("Query")
        && start.TargetMethod.TypeArguments.FirstOrDefault() is INamedTypeSymbol entity
        && MappedClass.TableOf(entity, sdk) is { } table
        && tables.Value.KeysOf(table).Take(2).Count() == 1;

    private bool GivesWholeKey(VisibleObject request) =>
        KeyConditions.SelectMany(request.ValuesOf)
            .Select(value => VisibleObject.From(value, sdk)?.ValuesOf("ExpressionStatement") is { Count: 1 } texts ? ConstantText.Of(texts[0]) : null)
            .OfType<string>()
            .Any(text => DynamoExpression.Parse(text, ExpressionKind.KeyCondition).Condition is { } condition
                && condition.Conjuncts.Count(part => part is ComparisonSyntax { Operator: "=" }) > 1);

    private static IOperation? ArgumentOf(IInvocationOperation start, string[] types) =>
        start.Arguments.FirstOrDefault(argument => argument.ArgumentKind == ArgumentKind.Explicit && types.Contains(argument.Parameter?.Type.Name))?.Value;
}
