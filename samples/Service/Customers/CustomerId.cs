using DynamoGen;

namespace NorthwindService.Customers;

/// <summary>A customer, such as <c>SAVEA</c>: text in routes, in JSON and in keys, and to the compiler no other text.</summary>
[Wrapper]
public readonly partial record struct CustomerId(string Value);
