using DynamoGen.Serialization;

namespace DynamoGen.Tests.Serialization;

[Entity<TestTable>]
[Key("PERSON#{Id}", "PERSON")]
public partial record Person(string Id, string Name);

[Entity<TestTable>]
[Key("EMPLOYEE#{Id}", "EMPLOYEE")]
public partial record Employee(string Id, string Name, int Grade) : Person(Id, Name);

[Entity<TestTable>]
[Key("MANAGER#{Id}", "MANAGER")]
public sealed partial record Manager(string Id, string Name, int Grade, [property: Ignore] int Cached = 7, string? Report = null) : Employee(Id, Name, Grade);

/// <summary>Entities that derive from entities have keys, forms and marshallers of their own.</summary>
public sealed class InheritedEntityTests
{
    [Fact]
    public void Each_level_round_trips_as_itself()
    {
        var (person, employee, manager) = (new Person("1", "a"), new Employee("2", "b", 3), new Manager("3", "c", 4, Cached: 9, Report: "d"));

        Assert.Equal(person, Person.FromItem(Person.ToItem(person)));
        Assert.Equal(employee, Employee.FromItem(Employee.ToItem(employee)));
        Assert.Equal(manager with { Cached = 7 }, Manager.FromItem(Manager.ToItem(manager)));
        Assert.Equal("Manager", Manager.ToItem(manager)["_t"].S);
        Assert.Equal("MANAGER#3", Manager.Keys.Primary.PartitionKey("3"));
        Assert.Equal("EMPLOYEE#3", Employee.Keys.Primary.PartitionKey("3"));
        Assert.Throws<ItemFormatException>(() => Person.FromItem(Employee.ToItem(employee)));
        Assert.Equal("EMPLOYEE#2", AttributeMap.From<Employee, Employee.Marshaller>(employee)["pk"].S);
    }
}
