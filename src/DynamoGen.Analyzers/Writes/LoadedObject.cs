using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Writes;

/// <summary>Recognises an object of the object persistence model that a member loads and saves again.</summary>
internal sealed class LoadedObject(SdkSymbols sdk)
{
    /// <summary>The local that is saved, if it holds what was loaded; null otherwise.</summary>
    public ILocalReferenceOperation? In(IInvocationOperation save) =>
        save.TargetMethod.Name is "SaveAsync" or "Save"
        && sdk.Declares(save.TargetMethod)
        && save.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "value")?.Value.WithoutConversions() is ILocalReferenceOperation saved
        && IsLoaded(saved.Local, saved)
            ? saved
            : null;

    /// <summary>Whether the local holds what was loaded, or a new object where there was none.</summary>
    private bool IsLoaded(ILocalSymbol local, IOperation anywhere) =>
        LocalVariable.DeclaredValueOf(local, anywhere)?.WithoutConversions() is { } value
        && IsLoad(value is ICoalesceOperation fallback ? fallback.Value : value)
        && LocalVariable.UsesOf(local, anywhere).All(use => use.Parent is not IAssignmentOperation assignment || assignment.Target != use
            || assignment.Value.WithoutConversions() is IObjectCreationOperation);

    private bool IsLoad(IOperation value) =>
        value.DescendantsAndSelf().OfType<IInvocationOperation>()
            .Any(call => (IsLoad(call.TargetMethod) || GivesLoaded(call)) && ResponseUse.ResultOf(call) == value);

    private bool IsLoad(IMethodSymbol method) => method.Name is "LoadAsync" or "Load" && sdk.Declares(method);

    /// <summary>Whether a method of the same compilation gives what it loads, or null, each time it is called.</summary>
    private bool GivesLoaded(IInvocationOperation call)
    {
        var values = ReturnedValue.Of(call).Where(value => value.ConstantValue is not { HasValue: true, Value: null }).ToList();
        return values.Count > 0 && values.All(IsLoadedThere);
    }

    private bool IsLoadedThere(IOperation value)
    {
        var origin = value is ICoalesceOperation fallback ? fallback.Value.WithoutConversions() : value;
        origin = origin is ILocalReferenceOperation { Local: var local } ? LocalVariable.OnlyValueOf(local, origin) ?? origin : origin;
        return origin.DescendantsAndSelf().OfType<IInvocationOperation>().FirstOrDefault(call => IsLoad(call.TargetMethod)) is { } load
            && (ResponseUse.ResultOf(load) == origin || load == origin);
    }
}
