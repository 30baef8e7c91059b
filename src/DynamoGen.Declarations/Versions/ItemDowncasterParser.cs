using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoGen.Declarations.Versions;

/// <summary>A downcaster of whole items, as it is declared.</summary>
/// <param name="Method">The method.</param>
/// <param name="Stored">What the items that it yields hold.</param>
/// <param name="Members">How the entity's properties come into them.</param>
internal sealed record ParsedItemDowncaster(IMethodSymbol Method, ObjectValue Stored, IReadOnlyList<WrittenMember> Members);

/// <summary>Reads a downcaster of whole items, which yields what the upcaster of its version takes.</summary>
internal static class ItemDowncasterParser
{
    public static ParsedItemDowncaster? Parse(IMethodSymbol method, INamedTypeSymbol type, ObjectValue shape, ValueParser values)
    {
        var to = DowncasterParser.To(method);
        var older = shape.OlderShapes.FirstOrDefault(older => older.From == to);
        var taken = older is null ? null : Upcaster(type, older).Parameters[0].Type;
        var problem = older is null
                ? $"yields whole items of version {to}, whose attributes upcasters take one by one; name the attribute that it yields"
            : method.Parameters.Length != 1 || !SymbolEqualityComparer.Default.Equals(method.Parameters[0].Type, type)
                ? $"yields whole items, so it must have one parameter, the '{type.Name}'"
            : method.ReturnNullableAnnotation == NullableAnnotation.Annotated || !SymbolEqualityComparer.Default.Equals(method.ReturnType, taken)
                ? $"yields {method.ReturnType.ToDisplayString()}, but '{older.Method}' takes {taken!.ToDisplayString()}"
            : null;
        return UpcasterParser.Refuse(method, problem, values.Problems)
            ? null
            : new ParsedItemDowncaster(method, older!.Stored, Members(method, type, shape, older));
    }

    /// <summary>A property that both ways hand on as it is stays what it is; all others only the methods know.</summary>
    private static IReadOnlyList<WrittenMember> Members(IMethodSymbol method, INamedTypeSymbol type, ObjectValue shape, OlderShape older)
    {
        var yielded = KeptMembers.Back(method, shape, older.Stored)
            .ToDictionary(kept => older.Stored.Members.First(member => member.Property == kept.Property).Attribute, kept => kept.Attribute);
        var ways = shape.OlderShapes.Where(other => other.From >= older.From).Select(other => Upcaster(type, other)).ToArray();
        return
        [
            .. shape.Members.Where(member => member.IsStored).Select(member =>
                older.Kept.FirstOrDefault(kept => kept.Property == member.Property) is { } kept
                && yielded.TryGetValue(kept.Attribute, out var source)
                && source == member.Attribute
                    ? new WrittenMember(member.Property, kept.Attribute, IsUsedOnce(member, kept.Attribute, method, ways, older)
                        ? WrittenUpdate.Free
                        : WrittenUpdate.Refused)
                    : new WrittenMember(member.Property, null, WrittenUpdate.Refused)),
        ];
    }

    /// <summary>
    /// Whether nothing else is made of a property on the way there, and nothing else of its attribute on the way back, and items can be without it in both.
    /// </summary>
    private static bool IsUsedOnce(MemberModel member, string attribute, IMethodSymbol method, IMethodSymbol[] ways, OlderShape older)
    {
        var stored = older.Stored.Members.First(stored => stored.Attribute == attribute);
        return Uses(method, member.Property) == 1
            && ways.Length == 1
            && Uses(ways[0], stored.Property) == 1
            && (stored.Absence != AbsenceMeaning.Error || member.Absence == AbsenceMeaning.Error);
    }

    /// <summary>How often a method takes a property of its parameter; none where it does more with the parameter than to take its properties.</summary>
    private static int Uses(IMethodSymbol method, string property)
    {
        if (method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not MethodDeclarationSyntax declaration)
        {
            return 0;
        }

        var uses = declaration.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == method.Parameters[0].Name)
            .Select(name => name.Parent is MemberAccessExpressionSyntax access && access.Expression == name ? access.Name.Identifier.ValueText : null)
            .ToArray();
        return uses.Contains(null) ? 0 : uses.Count(name => name == property);
    }

    private static IMethodSymbol Upcaster(INamedTypeSymbol type, OlderShape older) => type.GetMembers(older.Method).OfType<IMethodSymbol>()
        .First(method => method.Has(DeclarationAttributes.Upcast) && UpcasterParser.From(method) == older.From);
}
