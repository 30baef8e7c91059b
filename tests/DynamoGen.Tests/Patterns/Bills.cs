namespace DynamoGen.Tests.Patterns;

[Polymorphic]
[DerivedType<CardPayment>("card")]
[DerivedType<CashPayment>("cash")]
public abstract record Payment(decimal Amount);

public sealed record CardPayment(decimal Amount, string Number) : Payment(Amount);

public sealed record CashPayment(decimal Amount, int Till, string? Note = null) : Payment(Amount);

/// <summary>Has a value of one of several types, and a tuple.</summary>
[Entity<Helpdesk>]
[Key("BILLS#{Owner}", "{Id}")]
public sealed partial record Bill(string Owner, int Id, Payment Payment, (int Low, string Name) Range)
{
    public Payment? Deposit { get; init; }
}

[Repository<Bill>]
public partial interface IBills
{
    ValueTask Put(Bill bill);

    [Filter("Payment.Number = {number}")]
    ValueTask<Bill[]> ByCard(string owner, string number);

    [Filter("Payment.Number <> {number}")]
    ValueTask<Bill[]> NotByCard(string owner, string number);

    [Filter("Payment.Amount > {amount} AND Range.Item1 < {low} AND NOT begins_with(Range.Item2, {name})")]
    ValueTask<Bill[]> Dear(string owner, decimal amount, int low, string name);

    [Filter("attribute_exists(Deposit.Till) OR Payment.Note = 'x'")]
    ValueTask<Bill[]> AtTill(string owner);

    [Update("SET Payment.Amount = Payment.Amount + {by}, Range.Item1 = {low}")]
    ValueTask<Bill> UpdateAmount(string owner, int id, decimal by, int low);
}
