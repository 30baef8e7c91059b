using DynamoGen.Declarations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoGen.Declarations.Keys;

/// <summary>
/// Finds what a property of a key is computed from, by the names in its getter and in the methods of the type that it calls. A name may mean something else
/// there, which finds too much, never too little. Where the code is not to be seen, or takes the whole of the object, that is every stored property.
/// </summary>
internal sealed class ComputedFrom(INamedTypeSymbol type, ObjectValue shape)
{
    private readonly HashSet<string> _found = [];
    private readonly HashSet<ISymbol> _seen = new(SymbolEqualityComparer.Default);

    /// <summary>The stored properties that a property is computed from; none for one that is stored itself.</summary>
    public IReadOnlyCollection<string> Of(IPropertySymbol property)
    {
        if (!IsStored(property.Name))
        {
            Read(property);
        }

        return _found;
    }

    private bool IsStored(string property) => shape.Members.Any(member => member.Property == property);

    private void Read(ISymbol member)
    {
        if (!_seen.Add(member))
        {
            return;
        }

        if (member is IPropertySymbol && IsStored(member.Name))
        {
            _found.Add(member.Name);
            return;
        }

        var code = Written(member).DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()).SelectMany(node => node.DescendantNodes()).ToArray();
        var names = code.OfType<SimpleNameSyntax>().Where(IsOfObject).Select(name => name.Identifier.ValueText).ToArray();
        if (code.Length == 0 || member.IsImplicitlyDeclared || code.Any(IsWholeObject) || names.Any(IsState))
        {
            _found.UnionWith(shape.Members.Select(stored => stored.Property));
            return;
        }

        foreach (var used in names.SelectMany(Members))
        {
            Read(used);
        }
    }

    /// <summary>The part of a partial member that has its code. A property's is that of its accessors: older compilers know no partial properties.</summary>
    private static ISymbol Written(ISymbol member) => member switch
    {
        IMethodSymbol { PartialImplementationPart: { } method } => method,
        IPropertySymbol property => (property.GetMethod ?? property.SetMethod)?.PartialImplementationPart?.AssociatedSymbol ?? property,
        _ => member,
    };

    private static bool IsOfObject(SimpleNameSyntax name) =>
        StoredParts.IsOfThis(name) || name.Parent is MemberAccessExpressionSyntax { Expression: BaseExpressionSyntax };

    /// <summary>Whether the object itself is given to something, or to an indexer: <c>this</c> that is not only the way to a member.</summary>
    private static bool IsWholeObject(SyntaxNode node) =>
        node is ThisExpressionSyntax or BaseExpressionSyntax && node.Parent is not MemberAccessExpressionSyntax;

    /// <summary>Whether a name is that of a field or an event, or of a parameter that a class keeps, which may hold what any property stores.</summary>
    private bool IsState(string name)
    {
        for (INamedTypeSymbol? current = type; current is { SpecialType: not SpecialType.System_Object }; current = current.BaseType)
        {
            if (current.GetMembers(name).Any(member => member is IFieldSymbol { IsStatic: false } or IEventSymbol { IsStatic: false })
                || (!current.IsRecord && current.InstanceConstructors.Any(constructor => IsPrimary(constructor)
                    && constructor.Parameters.Any(parameter => parameter.Name == name))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPrimary(IMethodSymbol constructor) =>
        constructor.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is TypeDeclarationSyntax);

    /// <summary>The properties and methods of a name that an instance has.</summary>
    private IEnumerable<ISymbol> Members(string name)
    {
        for (INamedTypeSymbol? current = type; current is { SpecialType: not SpecialType.System_Object }; current = current.BaseType)
        {
            foreach (var member in current.GetMembers(name).Where(member => member is IPropertySymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary }))
            {
                yield return member;
            }
        }
    }
}
