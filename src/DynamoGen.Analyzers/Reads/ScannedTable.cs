using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Reads;

/// <summary>Names the table of a Scan as far as the call shows it.</summary>
internal static class ScannedTable
{
    private const string Unknown = "the table";

    public static string Describe(IMethodSymbol method, IInvocationOperation? call, SdkSymbols sdk) =>
        method.TypeArguments.FirstOrDefault() is INamedTypeSymbol entity ? $"the table of '{entity.Name}'"
        : NameOf(method, call, sdk) is { } name ? $"'{name}'"
        : Unknown;

    /// <summary>The name of the table, or null if the call does not show it.</summary>
    public static string? NameOf(IMethodSymbol method, IInvocationOperation? call, SdkSymbols sdk) =>
        method.TypeArguments.FirstOrDefault() is INamedTypeSymbol entity ? MappedClass.TableOf(entity, sdk)
        : call?.Arguments.Select(argument => NameIn(argument, sdk)).FirstOrDefault(name => name is not null);

    private static string? NameIn(IArgumentOperation argument, SdkSymbols sdk) =>
        argument.Parameter?.Name == "tableName" ? ConstantText.Of(argument.Value)
        : VisibleObject.From(argument.Value, sdk)?.CertainValueOf("TableName") is { } name ? ConstantText.Of(name)
        : null;
}
