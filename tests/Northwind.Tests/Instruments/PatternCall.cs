using DynamoGen.Repositories;
using DynamoGen.Schema;

namespace Northwind.Tests.Instruments;

/// <summary>A call of one access pattern, which finds or writes something.</summary>
/// <param name="Pattern">The repository and the method.</param>
/// <param name="Requests">How many requests it takes.</param>
/// <param name="Call">Makes it.</param>
internal sealed record PatternCall(string Pattern, int Requests, Func<Task> Call);

/// <summary>The access patterns of a sample, each called once in an order in which each finds what it reads, without reflection.</summary>
/// <param name="Repositories">The repositories.</param>
/// <param name="Patterns">All of their access patterns.</param>
/// <param name="Calls">One call of each.</param>
internal sealed record SampleCalls(IReadOnlyList<Type> Repositories, IReadOnlyList<AccessPattern> Patterns, IReadOnlyList<PatternCall> Calls)
{
    public static IReadOnlyList<AccessPattern> PatternsOf<TRepository>()
        where TRepository : class, IRepository<TRepository> => TRepository.Patterns;
}
