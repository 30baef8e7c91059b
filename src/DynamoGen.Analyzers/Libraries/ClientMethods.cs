using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Libraries;

/// <summary>Methods of the SDK's low-level client by name: the interface's, the class's, and those of any implementation.</summary>
internal sealed class ClientMethods
{
    private readonly INamedTypeSymbol _client;
    private readonly string[] _names;
    private readonly HashSet<ISymbol> _methods;

    public ClientMethods(SdkSymbols sdk, params string[] names)
    {
        _client = sdk.Client;
        _names = names;
        INamedTypeSymbol?[] types = [sdk.Client, sdk.ClientClass];
        _methods = new(types.OfType<INamedTypeSymbol>().SelectMany(type => names.SelectMany(name => type.GetMembers(name))), SymbolEqualityComparer.Default);
    }

    public bool Contains(IMethodSymbol method)
    {
        if (!_names.Contains(method.Name))
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
        && type.AllInterfaces.Contains(_client, SymbolEqualityComparer.Default)
        && _client.GetMembers(method.Name)
            .Any(member => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member)?.OriginalDefinition, method));
}
