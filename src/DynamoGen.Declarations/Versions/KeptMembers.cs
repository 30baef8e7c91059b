using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoGen.Declarations.Versions;

/// <summary>
/// Tells which properties an upcaster of whole items does no more than rename: it yields a new object that gets them from its parameter as they are.
/// </summary>
internal static class KeptMembers
{
    /// <summary>The properties that an upcaster which yields the entity keeps.</summary>
    public static EquatableArray<KeptMember> Of(IMethodSymbol method, ObjectValue stored, ObjectValue entity) =>
        new(Pairs(method, stored, entity).Select(pair => new KeptMember(pair.Yielded.Property, pair.Stored.Attribute)));

    /// <summary>The properties of an older shape that a downcaster keeps, by the attributes of the entity that hold them.</summary>
    public static EquatableArray<KeptMember> Back(IMethodSymbol method, ObjectValue entity, ObjectValue older) =>
        new(Pairs(method, entity, older, needsSameAbsence: false).Select(pair => new KeptMember(pair.Yielded.Property, pair.Stored.Attribute)));

    /// <summary>The entity's properties that an upcaster keeps which yields what the next one takes.</summary>
    public static EquatableArray<KeptMember> Through(IMethodSymbol method, ObjectValue stored, OlderShape next) =>
        new(Pairs(method, stored, next.Stored).SelectMany(pair => next.Kept
            .Where(kept => kept.Attribute == pair.Yielded.Attribute)
            .Select(kept => new KeptMember(kept.Property, pair.Stored.Attribute))));

    private static IEnumerable<(MemberModel Yielded, MemberModel Stored)> Pairs(
        IMethodSymbol method, ObjectValue stored, ObjectValue yielded, bool needsSameAbsence = true)
    {
        if (method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not MethodDeclarationSyntax declaration
            || KeptForm.Yielded(declaration) is not BaseObjectCreationExpressionSyntax creation)
        {
            yield break;
        }

        foreach (var (property, value) in Arguments(method, creation).Concat(Assignments(creation)))
        {
            var target = Named(yielded, property);
            if (KeptForm.PropertyOf(value, method.Parameters[0].Name) is { } name
                && target is { IsStored: true }
                && stored.Members.FirstOrDefault(member => member.Property == name && member.IsStored) is { } source
                && KeptForm.IsSameValue(source.Value, target.Value)
                && (!needsSameAbsence || MeansSame(source, target)))
            {
                yield return (target, source);
            }
        }
    }

    /// <summary>The values that the constructor gets, by its parameters; none where several constructors could be meant.</summary>
    private static IEnumerable<(string Name, ExpressionSyntax Value)> Arguments(IMethodSymbol method, BaseObjectCreationExpressionSyntax creation)
    {
        var given = creation.ArgumentList?.Arguments.ToArray() ?? [];
        var constructors = ((INamedTypeSymbol)method.ReturnType).InstanceConstructors
            .Where(constructor => constructor.Parameters.Length >= given.Length && !IsCopy(constructor)).ToArray();
        return given.Length == 0 || constructors.Length != 1
            ? []
            : given.Select((argument, i) => (argument.NameColon?.Name.Identifier.ValueText ?? constructors[0].Parameters[i].Name, argument.Expression));
    }

    private static bool IsCopy(IMethodSymbol constructor) =>
        constructor.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, constructor.ContainingType);

    private static IEnumerable<(string Name, ExpressionSyntax Value)> Assignments(BaseObjectCreationExpressionSyntax creation) =>
        (creation.Initializer?.Expressions ?? default).OfType<AssignmentExpressionSyntax>()
            .Where(assignment => assignment.Left is IdentifierNameSyntax)
            .Select(assignment => (((IdentifierNameSyntax)assignment.Left).Identifier.ValueText, assignment.Right));

    private static MemberModel? Named(ObjectValue type, string name) => type.Members.FirstOrDefault(member => member.Property == name)
        ?? type.Members.FirstOrDefault(member => string.Equals(member.Property, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether an item without the attribute has the same value by either.</summary>
    private static bool MeansSame(MemberModel stored, MemberModel yielded) => stored.Absence == AbsenceMeaning.Error
        || (stored.Absence == yielded.Absence && Equals(stored.Default, yielded.Default) && Equals(stored.InitialValue, yielded.InitialValue));
}
