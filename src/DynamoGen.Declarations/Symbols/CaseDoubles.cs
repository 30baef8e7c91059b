using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Symbols;

/// <summary>Numbers the types, and the namespaces, that lie beside each other under names that differ in case alone.</summary>
internal static class CaseDoubles
{
    private static readonly ConditionalWeakTable<INamespaceOrTypeSymbol, Dictionary<(bool IsNamespace, string Name), int>> Numbers = new();

    /// <summary>How many names beside this one differ from it in case alone and come before it.</summary>
    public static int NumberOf(INamespaceOrTypeSymbol symbol)
    {
        var container = ((INamespaceOrTypeSymbol?)symbol.ContainingType ?? symbol.ContainingNamespace)!;
        return Numbers.GetValue(container, Number).TryGetValue((symbol is INamespaceSymbol, symbol.Name), out var number) ? number : 0;
    }

    /// <summary>All members of a container are compared once, because a namespace can hold thousands; only the few doubles are kept.</summary>
    private static Dictionary<(bool IsNamespace, string Name), int> Number(INamespaceOrTypeSymbol container) => container.GetMembers()
        .Where(member => member is INamedTypeSymbol or INamespaceSymbol)
        .Select(member => (IsNamespace: member is INamespaceSymbol, member.Name))
        .Distinct()
        .GroupBy(member => (member.IsNamespace, member.Name.ToUpperInvariant()))
        .Where(same => same.Skip(1).Any())
        .SelectMany(same => same.OrderBy(member => member.Name, StringComparer.Ordinal).Select((member, number) => (member, number)))
        .ToDictionary(numbered => numbered.member, numbered => numbered.number);
}
