using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Writes;

/// <summary>Finds the places where a member changes an object, or what the object holds, ahead of a write.</summary>
internal static class ChangedValue
{
    private static readonly string[] Changes = ["Add", "TryAdd", "AddRange", "Insert", "Remove", "RemoveAt", "RemoveAll", "Clear"];

    /// <summary>The assignments to something of a local's object, and the calls that change it.</summary>
    public static IEnumerable<IOperation> PlacesOf(ILocalSymbol local, IOperation write) =>
        LocalVariable.BodyOf(write).Descendants().Where(operation =>
            operation.Syntax.SpanStart < write.Syntax.SpanStart
            && FunctionAround(operation) == FunctionAround(write)
            && ChangedBy(operation) is { } changed
            && IsPartOf(changed, local));

    /// <summary>The lambda or local function that an operation is in, or null.</summary>
    public static IOperation? FunctionAround(IOperation operation) =>
        operation.Ancestors().FirstOrDefault(outer => outer is IAnonymousFunctionOperation or ILocalFunctionOperation);

    private static IOperation? ChangedBy(IOperation operation) =>
        operation switch
        {
            IAssignmentOperation { Target: IPropertyReferenceOperation or IFieldReferenceOperation } assignment => InstanceOf(assignment.Target),
            IIncrementOrDecrementOperation count => InstanceOf(count.Target),
            IInvocationOperation { Instance: { } instance } call when Changes.Contains(call.TargetMethod.Name) || SetsOwnMember(call) => instance,
            _ => null,
        };

    /// <summary>Whether a method of this source sets a member of its own object.</summary>
    private static bool SetsOwnMember(IInvocationOperation call) =>
        CalledBody.DeclaredBy(call.TargetMethod, call)?.Descendants().Any(operation => operation switch
        {
            IAssignmentOperation { Target: IMemberReferenceOperation { Instance: IInstanceReferenceOperation } } => true,
            IIncrementOrDecrementOperation { Target: IMemberReferenceOperation { Instance: IInstanceReferenceOperation } } => true,
            _ => false,
        }) == true;

    private static bool IsPartOf(IOperation changed, ILocalSymbol local)
    {
        for (var part = changed; part is not null; part = InstanceOf(part)?.WithoutConversions())
        {
            if (part.WithoutConversions() is ILocalReferenceOperation reference)
            {
                return SymbolEqualityComparer.Default.Equals(reference.Local, local);
            }
        }

        return false;
    }

    private static IOperation? InstanceOf(IOperation member) => (member as IMemberReferenceOperation)?.Instance;
}
