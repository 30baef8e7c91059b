using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Requests;

/// <summary>Looks at what a member does with its local variables.</summary>
internal static class LocalVariable
{
    /// <summary>The outermost operation around this one: the body of its member.</summary>
    public static IOperation BodyOf(IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }

    public static IEnumerable<ILocalReferenceOperation> UsesOf(ILocalSymbol local, IOperation anywhere) =>
        BodyOf(anywhere).Descendants().OfType<ILocalReferenceOperation>().Where(reference => SymbolEqualityComparer.Default.Equals(reference.Local, local));

    /// <summary>The value a local is given once and for all, or null if there may be several.</summary>
    public static IOperation? OnlyValueOf(ILocalSymbol local, IOperation anywhere)
    {
        var declared = DeclaredValueOf(local, anywhere);
        var writes = UsesOf(local, anywhere).Where(IsWrite).ToList();
        return (declared, writes.Count) switch
        {
            ({ } value, 0) => value.WithoutConversions(),
            (null, 1) when writes[0].Parent is ISimpleAssignmentOperation assignment => assignment.Value.WithoutConversions(),
            _ => null,
        };
    }

    /// <summary>Whether a local has one value for as long as it lives.</summary>
    public static bool IsSetOnce(ILocalSymbol local, IOperation anywhere) =>
        UsesOf(local, anywhere).Count(IsWrite) <= (DeclaredValueOf(local, anywhere) is null ? 1 : 0);

    /// <summary>What a local is declared with, or null.</summary>
    public static IOperation? DeclaredValueOf(ILocalSymbol local, IOperation anywhere) =>
        BodyOf(anywhere).Descendants().OfType<IVariableDeclaratorOperation>()
            .FirstOrDefault(declarator => SymbolEqualityComparer.Default.Equals(declarator.Symbol, local))
            ?.GetVariableInitializer()?.Value;

    private static bool IsWrite(ILocalReferenceOperation reference) =>
        reference.Parent switch
        {
            IAssignmentOperation assignment => assignment.Target == reference,
            IIncrementOrDecrementOperation => true,
            IArgumentOperation argument => argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out,
            ITupleOperation { Parent: IDeconstructionAssignmentOperation deconstruction } tuple => deconstruction.Target == tuple,
            _ => false,
        };
}
