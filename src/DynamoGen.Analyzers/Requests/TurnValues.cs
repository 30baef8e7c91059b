using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Requests;

/// <summary>Tells the values in the body of a loop that follow from some of its variables or expressions, and what the body makes of them.</summary>
internal sealed class TurnValues
{
    private static readonly string[] Additions = ["Add", "TryAdd", "AddRange", "Insert", "Enqueue", "Push"];

    private readonly HashSet<ISymbol> _variables;
    private readonly Func<IOperation, bool>? _isSource;

    /// <param name="variables">The variables that begin.</param>
    /// <param name="body">The loop, or its body.</param>
    /// <param name="isSource">Tells the expressions that begin; null without any.</param>
    public TurnValues(IEnumerable<ISymbol> variables, IOperation body, Func<IOperation, bool>? isSource = null)
    {
        _isSource = isSource;
        _variables = new HashSet<ISymbol>(variables, SymbolEqualityComparer.Default);
        var operations = body.Descendants().ToList();
        int known;
        do
        {
            known = _variables.Count;
            operations.ForEach(Follow);
        }
        while (_variables.Count > known);
    }

    /// <summary>Whether a value follows from what began.</summary>
    public bool Decide(IOperation value) =>
        value.DescendantsAndSelf().Any(part => (VariableOf(part) is { } variable && _variables.Contains(variable)) || _isSource?.Invoke(part) == true);

    private void Follow(IOperation operation)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation declarator when declarator.GetVariableInitializer() is { } initializer && Decide(initializer.Value):
                _variables.Add(declarator.Symbol);
                break;
            case IAssignmentOperation assignment when RootOf(assignment.Target) is { } root && Decide(assignment.Value):
                _variables.Add(root);
                break;
            case IInvocationOperation { Instance: { } instance } add
                when Additions.Contains(add.TargetMethod.Name) && RootOf(instance) is { } root && add.Arguments.Any(argument => Decide(argument.Value)):
                _variables.Add(root);
                break;
            case IForEachLoopOperation loop when Decide(loop.Collection):
                _variables.UnionWith(loop.Locals);
                break;
            case IIsPatternOperation test when Decide(test.Value):
                _variables.UnionWith(test.Pattern.DescendantsAndSelf().Select(DeclaredBy).OfType<ISymbol>());
                break;
            case IInvocationOperation call when call.Arguments.Any(argument => Decide(argument.Value)):
                _variables.UnionWith(call.Arguments.Where(argument => argument.Parameter?.RefKind == RefKind.Out)
                    .Select(argument => RootOf(argument.Value)).OfType<ISymbol>());
                break;
        }
    }

    private static ISymbol? DeclaredBy(IOperation pattern) =>
        pattern switch
        {
            IDeclarationPatternOperation { DeclaredSymbol: var symbol } => symbol,
            IRecursivePatternOperation { DeclaredSymbol: var symbol } => symbol,
            _ => null,
        };

    /// <summary>The variable that is set, or whose object is changed.</summary>
    private static ISymbol? RootOf(IOperation target)
    {
        var value = target.WithoutConversions();
        while (true)
        {
            switch (value)
            {
                case IPropertyReferenceOperation { Instance: { } owner }:
                    value = owner.WithoutConversions();
                    break;
                case IDeclarationExpressionOperation { Expression: var declared }:
                    value = declared;
                    break;
                default:
                    return VariableOf(value);
            }
        }
    }

    private static ISymbol? VariableOf(IOperation reference) =>
        reference switch
        {
            ILocalReferenceOperation { Local: var local } => local,
            IParameterReferenceOperation { Parameter: var parameter } => parameter,
            _ => null,
        };
}
