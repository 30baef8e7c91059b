using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Requests;

/// <summary>What a member does with the response of a call that it awaits, or that is synchronous.</summary>
internal sealed class ResponseUse
{
    private readonly List<IPropertyReferenceOperation> _reads = [];
    private readonly HashSet<ISymbol> _followed = new(SymbolEqualityComparer.Default);

    private readonly bool _readsCallers;

    private ResponseUse(bool readsCallers) => _readsCallers = readsCallers;

    /// <summary>Whether the response is there and used nowhere but in <see cref="Reads"/>.</summary>
    public bool IsVisible { get; private set; } = true;

    /// <summary>The properties of the response that are read.</summary>
    public IReadOnlyList<IPropertyReferenceOperation> Reads => _reads;

    public static ResponseUse Of(IInvocationOperation call) => Of(call, readsCallers: false);

    /// <summary>The same, with what the callers of a method do to which it returns the response, where all of them are known.</summary>
    public static ResponseUse WithCallers(IInvocationOperation call) => Of(call, readsCallers: true);

    private static ResponseUse Of(IInvocationOperation call, bool readsCallers)
    {
        var use = new ResponseUse(readsCallers);
        use.ReadCall(call);
        return use;
    }

    private void ReadCall(IInvocationOperation call)
    {
        if (ResultOf(call) is not { } response)
        {
            HideUnless(IsReturnedWithoutResult(call) || IsReadByCallers(call));
        }
        else if (ObjectUse.OwnerOf(response) is { } local)
        {
            foreach (var reference in LocalVariable.UsesOf(local, call))
            {
                Read(reference);
            }
        }
        else
        {
            Read(response);
        }
    }

    /// <summary>What is read on the way may have hidden the response already.</summary>
    private void HideUnless(bool isKnown) => IsVisible &= isKnown;

    /// <summary>Whether the value is returned from a method of which all callers are known; what they do is read too.</summary>
    private bool IsReadByCallers(IOperation value)
    {
        if (!_readsCallers
            || ObjectUse.OutermostConversion(value).Parent is not IReturnOperation
            || value.SemanticModel is not { Compilation: var compilation } model
            || model.GetEnclosingSymbol(value.Syntax.SpanStart) is not IMethodSymbol method
            || !MethodCallers.AreAllIn(compilation, method)
            || !_followed.Add(method))
        {
            return false;
        }

        var calls = MethodCallers.Of(method, compilation).ToList();
        if (calls.Count == 0 || calls.Contains(null))
        {
            return false;
        }

        calls.ForEach(call => ReadCall(call!));
        return true;
    }

    public bool HasRead(string property) => _reads.Any(read => read.Property.Name == property);

    /// <summary>The awaited call, or a synchronous one, behind a helper that repeats it; null if a task is not awaited here.</summary>
    public static IOperation? ResultOf(IOperation call)
    {
        var task = ObjectUse.OutermostConversion(call);
        return task.Parent switch
        {
            _ when ReturnedResult.Of(call) is { } helper => ResultOf(helper),
            _ when !IsTask(call.Type) => call,
            IAwaitOperation awaited => Outside(awaited),
            IInvocationOperation { TargetMethod.Name: "ConfigureAwait" } configured when configured.Instance == task => ResultOf(configured),
            IInvocationOperation { TargetMethod.Name: "GetAwaiter", Parent: IInvocationOperation { TargetMethod.Name: "GetResult" } result } => Outside(result),
            IPropertyReferenceOperation { Property.Name: "Result" } result when result.Instance == task => Outside(result),
            _ => null,
        };
    }

    /// <summary>The response where a helper gives it back.</summary>
    private static IOperation? Outside(IOperation response) => ReturnedResult.Of(response) is { } helper ? ResultOf(helper) : response;

    private static bool IsTask(ITypeSymbol? type) =>
        type is null or { Name: "Task" or "ValueTask" or "ConfiguredTaskAwaitable" or "ConfiguredValueTaskAwaitable" };

    /// <summary>Whether the call's task is returned as one without a result, so that nobody can ever see the response.</summary>
    private static bool IsReturnedWithoutResult(IOperation call) =>
        call.Parent is IConversionOperation { Parent: IReturnOperation, Type: INamedTypeSymbol { Name: "Task", IsGenericType: false } };

    private void Read(IOperation response)
    {
        var value = ObjectUse.OutermostConversion(response);
        switch (value.Parent)
        {
            case IExpressionStatementOperation:
            case ISimpleAssignmentOperation { Target: IDiscardOperation }:
            case IBinaryOperation
                or IIsPatternOperation { Pattern: IConstantPatternOperation or INegatedPatternOperation { Pattern: IConstantPatternOperation } }:
                break;
            case IAssignmentOperation assignment when assignment.Target == value:
                break;
            case IPropertyReferenceOperation property when property.Instance == value:
                _reads.Add(property);
                break;
            case IConditionalAccessOperation access when access.Operation == value:
                ReadConditionally(access);
                break;
            case IArgumentOperation argument:
                ReadHanded(argument);
                break;
            default:
                HideUnless(IsReadByCallers(value));
                break;
        }
    }

    /// <summary>Reads what a method of the same compilation does with the response, which may be given on from there.</summary>
    private void ReadHanded(IArgumentOperation argument)
    {
        var uses = CalledBody.UsesOf(argument).ToList();
        IsVisible &= uses.Count > 0 && _followed.Add(uses[0].Parameter);
        if (IsVisible)
        {
            uses.ForEach(Read);
        }
    }

    private void ReadConditionally(IConditionalAccessOperation access)
    {
        var reads = access.WhenNotNull.DescendantsAndSelf()
            .OfType<IPropertyReferenceOperation>().Where(property => property.Instance is IConditionalAccessInstanceOperation).Take(1).ToList();
        _reads.AddRange(reads);
        IsVisible &= reads.Count > 0;
    }
}
