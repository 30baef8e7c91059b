using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Reads;

/// <summary>Names the table of a Scan as far as the call shows it.</summary>
internal static class ScannedTable
{
    private const string Unknown = "the table";

    public static string Describe(IMethodSymbol method, IInvocationOperation? call) =>
        method.TypeArguments.FirstOrDefault() is INamedTypeSymbol entity ? $"the table of '{entity.Name}'"
        : call is not null && call.Arguments.Select(NameIn).FirstOrDefault(name => name is not null) is { } name ? $"'{name}'"
        : Unknown;

    private static string? NameIn(IArgumentOperation argument) =>
        argument.Value.WithoutConversions() switch
        {
            { ConstantValue: { HasValue: true, Value: string name } } when argument.Parameter?.Name == "tableName" => name,
            IObjectCreationOperation request => NameIn(request),
            _ => null,
        };

    private static string? NameIn(IObjectCreationOperation request) =>
        request.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>()
            .Where(assignment => assignment.Target is IPropertyReferenceOperation { Property.Name: "TableName" })
            .Select(assignment => assignment.Value.ConstantValue.Value as string)
            .FirstOrDefault()
        ?? request.Arguments.Select(NameIn).FirstOrDefault(name => name is not null);
}
