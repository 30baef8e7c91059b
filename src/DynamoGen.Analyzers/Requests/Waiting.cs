using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Requests;

/// <summary>Recognises by their names the methods by which code lets time pass.</summary>
internal static class Waiting
{
    private static readonly string[] Names =
        ["Delay", "Sleep", "WaitAsync", "WaitOne", "WaitForNextTick", "Backoff", "BackOff", "Throttle", "Pause", "Jitter"];

    public static bool Is(IInvocationOperation call) => Names.Any(call.TargetMethod.Name.Contains);
}
