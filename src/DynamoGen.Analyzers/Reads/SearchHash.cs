using DynamoGen.Analyzers.Expressions;
using DynamoGen.Analyzers.KeyDesign;
using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Reads;

/// <summary>Finds the value of the hash key in a call that starts a Query of the document or object persistence model.</summary>
internal sealed class SearchHash(SdkSymbols sdk)
{
    private static readonly string[] Starts = ["Query", "QueryAsync", "FromQueryAsync"];
    private static readonly string[] Models = ["ITable", "Table", "IDynamoDBContext", "DynamoDBContext"];
    private static readonly string[] Configurations = ["QueryConfig", "DynamoDBOperationConfig"];

    public ReadHash? Of(IInvocationOperation start)
    {
        if (!Starts.Contains(start.TargetMethod.Name) || !sdk.Declares(start.TargetMethod) || !Models.Contains(start.TargetMethod.ContainingType.Name))
        {
            return null;
        }

        foreach (var argument in start.Arguments.Where(argument => argument.ArgumentKind == ArgumentKind.Explicit))
        {
            switch (argument.Parameter)
            {
                case { Name: "hashKeyValue" or "hashKey" }:
                    return IndexOf(start) is { } index && (index.Length > 0 || MayBeOfMany(start)) ? Hash(argument.Value, index, null) : null;
                case { Type.Name: "QueryFilter" }:
                    return InFilter(argument.Value, "");
                case { Type.Name: "QueryOperationConfig" }:
                    return VisibleObject.From(argument.Value, sdk) is { IsWhole: true } request ? InRequest(request) : null;
            }
        }

        return null;
    }

    private ReadHash? InRequest(VisibleObject request)
    {
        var index = request.Sets("IndexName") ? request.CertainValueOf("IndexName") is { } name ? ConstantText.Of(name) : null : "";
        return index is null ? null
            : request.CertainValueOf("KeyExpression") is { } expression ? InExpression(expression, index)
            : request.CertainValueOf("Filter") is { } filter ? InFilter(filter, index)
            : null;
    }

    private ReadHash? InExpression(IOperation given, string index)
    {
        if (VisibleObject.From(given, sdk) is not { IsWhole: true } expression
            || RequestText.OnlyOf(expression, "ExpressionStatement", ExpressionKind.KeyCondition) is not { } condition
            || QueryHash.ComparisonIn(condition.Expression) is not var (path, placeholder))
        {
            return null;
        }

        var values = expression.CollectionOf("ExpressionAttributeValues").Entries
            .Where(entry => entry.Key is not null && ConstantText.Of(entry.Key) == placeholder).ToList();
        return values.Count == 1 ? Hash(values[0].Value, index, new AttributeNames(expression).Resolve(path.Attribute)) : null;
    }

    /// <summary>The only condition of a filter with <c>Equal</c>; one of the sort key beside it makes a Query of one item.</summary>
    private static ReadHash? InFilter(IOperation given, string index)
    {
        var filter = given.WithoutConversions();
        var local = (filter as ILocalReferenceOperation)?.Local;
        if ((local is null ? filter : LocalVariable.OnlyValueOf(local, filter)) is not IObjectCreationOperation creation)
        {
            return null;
        }

        var added = local is null ? [] : LocalVariable.UsesOf(local, filter).Select(use => use.Parent).OfType<IInvocationOperation>()
            .Where(call => call.TargetMethod.Name == "AddCondition").Select(call => call.Arguments);
        var equalities = added.Append(creation.Arguments).Where(arguments => arguments.Any(IsEqual)).ToList();
        return equalities.Count == 1
            && equalities[0] is { Length: 3 } condition
            && ConstantText.Of(condition[0].Value) is { } attribute
            && OnlyElementOf(condition[2].Value) is { } value
                ? Hash(value, index, attribute)
                : null;
    }

    private static bool IsEqual(IArgumentOperation argument) =>
        argument.Value.WithoutConversions() is IFieldReferenceOperation { Field: { Name: "Equal", ContainingType.Name: "QueryOperator" } };

    private static IOperation? OnlyElementOf(IOperation values) =>
        values.WithoutConversions() is IArrayCreationOperation { Initializer.ElementValues: { Length: 1 } elements } ? elements[0] : null;

    private static ReadHash? Hash(IOperation value, string index, string? attribute) =>
        new(
            value.WithoutConversions() is IObjectCreationOperation { Type.Name: "Primitive", Arguments: { Length: > 0 } given } ? given[0].Value : value,
            index.Length == 0 ? null : index,
            attribute);

    /// <summary>The name of the index, or an empty text for the table itself; null where it is not visible.</summary>
    private string? IndexOf(IInvocationOperation start)
    {
        if (start.Arguments.FirstOrDefault(argument => argument.ArgumentKind == ArgumentKind.Explicit
            && Configurations.Contains(argument.Parameter?.Type.Name)) is not { } argument)
        {
            return "";
        }

        return VisibleObject.From(argument.Value, sdk) is not { IsWhole: true } configuration ? null
            : !configuration.Sets("IndexName") ? ""
            : configuration.CertainValueOf("IndexName") is { } name ? ConstantText.Of(name)
            : null;
    }

    /// <summary>Whether items with one hash key can be many: there is a sort key, and no value of it is asked for.</summary>
    private bool MayBeOfMany(IInvocationOperation start) =>
        !start.Arguments.Any(IsEqual)
        && (start.TargetMethod.TypeArguments is not { Length: 1 } types
            || !MappedClass.Has(MappedClass.PropertiesOf(types[0]), sdk.HashKeyAttribute)
            || MappedClass.Has(MappedClass.PropertiesOf(types[0]), sdk.RangeKeyAttribute));
}
