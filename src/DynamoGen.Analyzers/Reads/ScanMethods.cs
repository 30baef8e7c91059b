using DynamoGen.Analyzers.Libraries;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Reads;

/// <summary>The SDK's methods that start a Scan, of all its programming models and of versions with and without synchronous methods.</summary>
internal sealed class ScanMethods
{
    private static readonly string[] Names = ["Scan", "ScanAsync", "FromScan", "FromScanAsync"];

    private readonly HashSet<ISymbol> _methods = new(SymbolEqualityComparer.Default);
    private readonly INamedTypeSymbol[] _interfaces;

    public ScanMethods(SdkSymbols sdk)
    {
        INamedTypeSymbol?[] types = [sdk.Client, sdk.ClientClass, sdk.Paginators, sdk.Context, sdk.ContextClass, sdk.Table, sdk.TableClass];
        foreach (var type in types.OfType<INamedTypeSymbol>())
        {
            _methods.UnionWith(Names.SelectMany(name => type.GetMembers(name)).OfType<IMethodSymbol>());
        }

        _interfaces = [.. types.OfType<INamedTypeSymbol>().Where(type => type.TypeKind == TypeKind.Interface)];
    }

    /// <summary>Whether the method is one of the SDK's, overrides one, or implements one.</summary>
    public bool Contains(IMethodSymbol method)
    {
        if (!Names.Contains(method.Name))
        {
            return false;
        }

        for (var candidate = method.OriginalDefinition; candidate is not null; candidate = candidate.OverriddenMethod?.OriginalDefinition)
        {
            if (_methods.Contains(candidate) || Implements(candidate))
            {
                return true;
            }
        }

        return false;
    }

    private bool Implements(IMethodSymbol method) =>
        method.ContainingType is { TypeKind: not TypeKind.Interface } type
        && _interfaces.Where(sdkInterface => type.AllInterfaces.Contains(sdkInterface, SymbolEqualityComparer.Default))
            .SelectMany(sdkInterface => sdkInterface.GetMembers(method.Name))
            .Any(member => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member)?.OriginalDefinition, method));
}
